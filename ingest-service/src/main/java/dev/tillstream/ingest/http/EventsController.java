package dev.tillstream.ingest.http;

import dev.tillstream.ingest.body.Body;
import dev.tillstream.ingest.body.BodyLimits;
import dev.tillstream.ingest.body.BodyMemory;
import dev.tillstream.ingest.body.JsonItems;
import dev.tillstream.ingest.body.LineItems;
import dev.tillstream.ingest.gate.GateValve;
import dev.tillstream.ingest.gate.PatientInputStream;
import dev.tillstream.ingest.intake.Intake;
import dev.tillstream.ingest.intake.Notation;
import dev.tillstream.ingest.intake.Submission;
import dev.tillstream.ingest.problem.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /events}. */
@RestController
class EventsController {

    private static final String NDJSON = "application/x-ndjson";
    private static final String CLOUD_EVENT = "application/cloudevents+json";
    private static final String CLOUD_EVENTS = "application/cloudevents-batch+json";

    private final Intake intake;
    private final Admissions admissions;
    private final HttpSettings settings;
    private final BodyLimits limits;
    private final BodyMemory memory;
    private final JsonItems json;
    private final Notation cloudEvents;
    private final Replies replies;

    EventsController(
            Intake intake, Admissions admissions, HttpSettings settings, BodyMemory memory) {
        this.intake = intake;
        this.admissions = admissions;
        this.settings = settings;
        this.limits = settings.limits();
        this.memory = memory;
        this.json = new JsonItems(settings.maxDepth(), settings.maxArray());
        this.cloudEvents = json.cloudEvents();
        this.replies = new Replies(settings.retryAfter());
    }

    @PostMapping(
            path = "/events",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Reply> json(HttpServletRequest request) throws IOException {
        return take(request, Notation.PLAIN, items -> whole(items, json::of));
    }

    @PostMapping(path = "/events", consumes = NDJSON, produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Reply> lines(HttpServletRequest request) throws IOException {
        return take(
                request,
                Notation.PLAIN,
                items -> body -> new LineItems(settings.chunk(), items).read(body));
    }

    @PostMapping(
            path = "/events",
            consumes = CLOUD_EVENT,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Reply> cloudEvent(HttpServletRequest request) throws IOException {
        return take(request, cloudEvents, items -> whole(items, json::one));
    }

    @PostMapping(
            path = "/events",
            consumes = CLOUD_EVENTS,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Reply> cloudEvents(HttpServletRequest request) throws IOException {
        return take(request, cloudEvents, items -> whole(items, json::batch));
    }

    private Body.Form whole(Consumer<List<byte[]>> chunks, Function<byte[], List<byte[]>> cut) {
        return body -> {
            List<byte[]> items = cut.apply(body.readAllBytes());
            for (int i = 0; i < items.size(); i += settings.chunk()) {
                chunks.accept(items.subList(i, Math.min(i + settings.chunk(), items.size())));
            }
        };
    }

    private ResponseEntity<Reply> take(
            HttpServletRequest request,
            Notation notation,
            Function<Consumer<List<byte[]>>, Body.Form> form)
            throws IOException {
        if (request.getContentLengthLong() > limits.maxBytes()) {
            throw Problem.bodyTooLarge(limits.maxBytes());
        }
        String encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
        Submission submission = intake.submission(admissions.of(request), notation);
        try (BodyMemory.Share share = memory.share()) {
            new Body(
                            new PatientInputStream(
                                    request.getInputStream(), GateValve.passOf(request)),
                            encoding == null ? "" : encoding,
                            limits,
                            share,
                            System::nanoTime)
                    .read(form.apply(items -> share.work(items, submission::add)));
        }
        Reply reply = Reply.to(submission);
        if (reply.items().isEmpty()) {
            throw Problem.emptyBody();
        }
        return replies.entity(reply);
    }
}
