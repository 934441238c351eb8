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
    private final HttpSettings settings;
    private final JsonItems json;
    private final Replies replies;

    EventsController(Intake intake, HttpSettings settings) {
        this.intake = intake;
        this.settings = settings;
        this.json = new JsonItems(settings.maxDepth(), settings.maxArray());
        this.replies = new Replies(settings.retryAfter());
    }

    @PostMapping(
            path = "/events",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Reply> json(HttpServletRequest request) throws IOException {
        Submission submission = intake.submission();
        List<byte[]> items = json.of(body(request).readAllBytes());
        for (int i = 0; i < items.size(); i += settings.chunk()) {
            submission.add(items.subList(i, Math.min(i + settings.chunk(), items.size())));
        }
        return answer(submission);
    }

    @PostMapping(path = "/events", consumes = NDJSON, produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Reply> lines(HttpServletRequest request) throws IOException {
        Submission submission = intake.submission();
        new LineItems(settings.chunk(), submission::add).read(body(request));
        return answer(submission);
    }

    private ResponseEntity<Reply> answer(Submission submission) {
        Reply reply = Reply.to(submission);
        if (reply.items().isEmpty()) {
            throw Problem.emptyBody();
        }
        return replies.entity(reply);
    }

    private InputStream body(HttpServletRequest request) throws IOException {
        String encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            throw Problem.encodedBody(encoding);
        }
        long limit = settings.maxBody().toBytes();
        if (request.getContentLengthLong() > limit) {
            throw Problem.bodyTooLarge(limit);
        }
        return new LimitedInputStream(request.getInputStream(), limit);
    }
}
