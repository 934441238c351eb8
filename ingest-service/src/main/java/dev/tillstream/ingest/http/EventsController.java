package dev.tillstream.ingest.http;

import dev.tillstream.ingest.intake.Intake;
import dev.tillstream.ingest.intake.Submission;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /events}. */
@RestController
class EventsController {

    private static final String NDJSON = "application/x-ndjson";

    private final Intake intake;
    private final Admissions admissions;
    private final HttpSettings settings;
    private final BodyMemory memory;
    private final JsonItems json;
    private final Replies replies;

    EventsController(Intake intake, Admissions admissions, HttpSettings settings) {
        this.intake = intake;
        this.admissions = admissions;
        this.settings = settings;
        this.memory = new BodyMemory(settings.maxMemory().toBytes());
        this.json = new JsonItems(settings.maxDepth(), settings.maxArray());
        this.replies = new Replies(settings.retryAfter());
    }

    /** How a body becomes items: all at once, or while it arrives. */
    private interface Form {
        void read(InputStream body, Submission submission) throws IOException;
    }

    @PostMapping(
            path = "/events",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Reply> json(HttpServletRequest request) throws IOException {
        return take(
                request,
                (body, submission) -> {
                    List<byte[]> items = json.of(body.readAllBytes());
                    for (int i = 0; i < items.size(); i += settings.chunk()) {
                        int end = Math.min(i + settings.chunk(), items.size());
                        submission.add(items.subList(i, end));
                    }
                });
    }

    @PostMapping(path = "/events", consumes = NDJSON, produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Reply> lines(HttpServletRequest request) throws IOException {
        return take(
                request,
                (body, submission) -> new LineItems(settings.chunk(), submission::add).read(body));
    }

    private ResponseEntity<Reply> take(HttpServletRequest request, Form form) throws IOException {
        refuseEncoded(request);
        long limit = settings.maxBody().toBytes();
        long length = request.getContentLengthLong();
        if (length > limit) {
            throw Problem.bodyTooLarge(limit);
        }
        long share = length < 0 ? limit : length;
        Submission submission = intake.submission(admissions.of(request));
        memory.take(share);
        try {
            form.read(new LimitedInputStream(request.getInputStream(), limit), submission);
        } finally {
            memory.giveBack(share);
        }
        Reply reply = Reply.to(submission);
        if (reply.items().isEmpty()) {
            throw Problem.emptyBody();
        }
        return replies.entity(reply);
    }

    private static void refuseEncoded(HttpServletRequest request) {
        String encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            throw Problem.encodedBody(encoding);
        }
    }
}
