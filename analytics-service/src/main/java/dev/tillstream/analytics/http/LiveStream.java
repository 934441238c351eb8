package dev.tillstream.analytics.http;

import dev.tillstream.analytics.history.Publication;
import dev.tillstream.analytics.history.Standing;
import dev.tillstream.analytics.live.LiveEvent;
import dev.tillstream.analytics.live.Watch;
import dev.tillstream.analytics.row.RowJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter.SseEventBuilder;

/**
 * Writes to one watcher: {@code row} (with an id, to go on after), {@code running}, {@code gap},
 * and now and then a {@code tick} with the server's time. A watcher that doesn't read blocks nobody
 * but this thread, until the server's timeout of writes.
 */
final class LiveStream implements Runnable {

    private static final long RETRY_MILLIS = 2000;

    /** How soon it is seen that there will be nothing more. */
    private static final Duration PATIENCE = Duration.ofMillis(250);

    private static final MediaType TEXT =
            new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

    private final Watch watch;
    private final SseEmitter emitter;
    private final Duration heartbeat;
    private final Duration longest;
    private final InstantSource clock;

    LiveStream(
            Watch watch,
            SseEmitter emitter,
            Duration heartbeat,
            Duration longest,
            InstantSource clock) {
        this.watch = watch;
        this.emitter = emitter;
        this.heartbeat = heartbeat;
        this.longest = longest;
        this.clock = clock;
    }

    @Override
    public void run() {
        try {
            write();
            emitter.complete();
        } catch (IOException | IllegalStateException e) {
            // The watcher has gone, and Spring knows.
            emitter.completeWithError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            emitter.complete();
        } finally {
            watch.close();
        }
    }

    void close() {
        watch.close();
    }

    private void write() throws IOException, InterruptedException {
        Instant end = clock.instant().plus(longest);
        emitter.send(tick().reconnectTime(RETRY_MILLIS));
        for (LiveEvent event : watch.backlog()) {
            emitter.send(event(event));
        }
        Instant tickDue = clock.instant().plus(heartbeat);
        while (!watch.isClosed() && clock.instant().isBefore(end)) {
            LiveEvent event = watch.next(PATIENCE);
            if (event != null) {
                emitter.send(event(event));
            }
            if (clock.instant().isAfter(tickDue)) {
                emitter.send(tick());
                tickDue = clock.instant().plus(heartbeat);
            }
        }
    }

    private SseEventBuilder tick() {
        return named("tick", "{\"time\":\"" + clock.instant() + "\"}");
    }

    private static SseEventBuilder event(LiveEvent event) {
        return switch (event) {
            case LiveEvent.RowStored stored -> row(stored.standing());
            case LiveEvent.Running running -> named("running", json(running.standing()));
            case LiveEvent.Gap gap -> named("gap", "{}");
        };
    }

    private static SseEventBuilder row(Standing standing) {
        SseEventBuilder event = named("row", json(standing));
        Publication publication = standing.publication();
        return publication == null || publication.at() == null
                ? event
                : event.id(publication.at().toString());
    }

    private static String json(Standing standing) {
        return RowJson.text(StandingJson.of(standing));
    }

    private static SseEventBuilder named(String name, String json) {
        return SseEmitter.event().name(name).data(json, TEXT);
    }
}
