package dev.tillstream.producer.replay;

import dev.tillstream.contract.StoreEvent;
import dev.tillstream.producer.EventSource;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Lets the first event of a source happen now and the others as long after it as they did, or as
 * many times faster as is asked for. An event is handed out when it happens, so that none lies in
 * the future; one that is older than the first is handed out at once.
 */
public final class ReplayedSource implements EventSource {

    /** How time passes between events: a test lets its clock jump instead. */
    @FunctionalInterface
    interface Pace {
        void pause(Duration duration) throws InterruptedException;
    }

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    private final EventSource source;
    private final double speed;
    private final InstantSource clock;
    private final Pace pace;
    private final Instant start;
    private final Redating redating;
    private @Nullable Instant first;
    private @Nullable StoreEvent ahead;

    /**
     * Begins now.
     *
     * @param speed 60 lets an hour pass in a minute
     */
    public ReplayedSource(EventSource source, double speed, InstantSource clock) {
        this(source, speed, clock, Thread::sleep);
    }

    ReplayedSource(EventSource source, double speed, InstantSource clock, Pace pace) {
        if (!(speed > 0 && speed <= 1_000_000)) {
            throw new IllegalArgumentException(
                    "speed must be above 0x and at most 1000000x, is " + speed + "x");
        }
        this.source = source;
        this.speed = speed;
        this.clock = clock;
        this.pace = pace;
        start = clock.instant();
        redating = new Redating(start);
    }

    @Override
    public List<StoreEvent> next(int limit) throws InterruptedException {
        List<StoreEvent> batch = new ArrayList<>();
        while (batch.size() < limit) {
            StoreEvent event = peek();
            if (event == null) {
                return batch;
            }
            if (event.time().isAfter(clock.instant())) {
                if (!batch.isEmpty()) {
                    return batch;
                }
                await(event.time());
            }
            batch.add(event);
            ahead = null;
        }
        return batch;
    }

    @Override
    public OptionalDouble done() {
        return source.done();
    }

    @Override
    public Optional<String> omissions() {
        return source.omissions();
    }

    @Override
    public void close() {
        source.close();
    }

    private @Nullable StoreEvent peek() throws InterruptedException {
        if (ahead == null) {
            List<StoreEvent> one = source.next(1);
            ahead = one.isEmpty() ? null : redating.of(one.getFirst(), now(one.getFirst().time()));
        }
        return ahead;
    }

    private Instant now(Instant time) {
        if (first == null) {
            first = time;
        }
        double nanos = Duration.between(first, time).toMillis() * 1e6 / speed;
        return start.plusNanos((long) nanos);
    }

    private void await(Instant time) throws InterruptedException {
        for (Instant now = clock.instant(); now.isBefore(time); now = clock.instant()) {
            Duration left = Duration.between(now, time);
            pace.pause(left.compareTo(LONGEST_PAUSE) < 0 ? left : LONGEST_PAUSE);
        }
    }
}
