package dev.tillstream.analytics.http;

import dev.tillstream.analytics.live.LiveSettings;
import dev.tillstream.analytics.live.LiveViews;
import dev.tillstream.analytics.live.TooManyWatchersException;
import dev.tillstream.analytics.view.View;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** A view as it changes, as server-sent events. */
@RestController
class LiveController {

    /** So that Spring's own end of a stream never comes before ours. */
    private static final Duration MARGIN = Duration.ofMinutes(1);

    private static final String RETRY_AFTER = "10";

    private final ViewQueries queries;
    private final LiveViews live;
    private final LiveSettings settings;
    private final InstantSource clock;

    LiveController(
            ViewQueries queries, LiveViews live, LiveSettings settings, InstantSource clock) {
        this.queries = queries;
        this.live = live;
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping(path = "/views/{name}/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter live(
            @PathVariable("name") String name,
            @RequestHeader(value = "Last-Event-ID", required = false) @Nullable String last) {
        View view = queries.view(name);
        var emitter = new SseEmitter(settings.longest().plus(MARGIN).toMillis());
        var stream =
                new LiveStream(
                        live.watch(view, instantOf(last)),
                        emitter,
                        settings.heartbeat(),
                        settings.longest(),
                        clock);
        emitter.onCompletion(stream::close);
        emitter.onError(failure -> stream.close());
        Thread.ofVirtual().name("live-stream").start(stream);
        return emitter;
    }

    /** Not as Accept says: that is the type of the stream. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> noRoom(TooManyWatchersException e) {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(
                        ProblemDetail.forStatusAndDetail(
                                HttpStatus.SERVICE_UNAVAILABLE, String.valueOf(e.getMessage())));
    }

    private static @Nullable Instant instantOf(@Nullable String id) {
        if (id == null || id.isEmpty()) {
            return null;
        }
        try {
            return Instant.parse(id);
        } catch (DateTimeParseException e) {
            throw new BadParameterException("Last-Event-ID", "must be the id of an event");
        }
    }
}
