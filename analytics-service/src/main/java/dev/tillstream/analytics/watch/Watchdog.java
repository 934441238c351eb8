package dev.tillstream.analytics.watch;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at all shards that this process holds, round after round. One that gave no sign of life for
 * {@value #ROUNDS} rounds is stuck.
 *
 * <p>It counts its own rounds instead of reading a clock, so that a clock that jumps, and a pause
 * of the whole process, in which it made no round either, prove nothing.
 */
public final class Watchdog {

    static final int ROUNDS = 10;

    private static final Logger log = LoggerFactory.getLogger(Watchdog.class);

    private final List<WatchedStream> streams;
    private final Duration round;

    private volatile Map<Name, Silence> silences = Map.of();

    private record Name(String stream, String shard) {}

    /** A pulse as it was, and for how many rounds it has been so. */
    private record Silence(Pulse pulse, long beats, int rounds) {

        boolean isStuck() {
            return rounds >= ROUNDS;
        }
    }

    /**
     * Of these streams.
     *
     * @param stuck how long a consumer may give no sign of life
     */
    public Watchdog(List<WatchedStream> streams, Duration stuck, MeterRegistry registry) {
        this.streams = List.copyOf(streams);
        this.round = stuck.dividedBy(ROUNDS);
        this.streams.forEach(stream -> gauge(stream, registry));
    }

    /** How long it is from one look to the next. */
    public Duration round() {
        return round;
    }

    /** One round, to be made by one thread alone. */
    public void look() {
        Map<Name, Silence> next = new LinkedHashMap<>();
        for (WatchedStream stream : streams) {
            for (String shard : stream.heldShards()) {
                Pulse pulse = stream.pulses().find(shard);
                if (pulse != null) {
                    var name = new Name(stream.name(), shard);
                    next.put(name, after(name, silences.get(name), pulse));
                }
            }
        }
        silences = next;
    }

    /** The stuck shards, each after its stream's name, and for how long at least. */
    public Map<String, Duration> stuck() {
        Map<String, Duration> stuck = new LinkedHashMap<>();
        silences.forEach((name, silence) -> {
            if (silence.isStuck()) {
                stuck.put(name.stream() + " " + name.shard(), lasting(silence));
            }
        });
        return stuck;
    }

    private Silence after(Name name, @Nullable Silence before, Pulse pulse) {
        long beats = pulse.beats();
        if (before == null || before.pulse() != pulse || before.beats() != beats) {
            if (before != null && before.isStuck()) {
                log.warn("{}: {} moves again", name.stream(), name.shard());
            }
            return new Silence(pulse, beats, 0);
        }
        var silence = new Silence(pulse, beats, before.rounds() + 1);
        if (silence.rounds() == ROUNDS) {
            tell(name, silence);
        }
        return silence;
    }

    private void tell(Name name, Silence silence) {
        Thread worker = silence.pulse().worker();
        Duration time = lasting(silence);
        if (worker == null) {
            log.error("{}: {} is held but not read for {}", name.stream(), name.shard(), time);
        } else {
            var where = new IllegalStateException("where it is stuck");
            where.setStackTrace(worker.getStackTrace());
            log.error("{}: {} has not moved for {}", name.stream(), name.shard(), time, where);
        }
    }

    private Duration lasting(Silence silence) {
        return round.multipliedBy(silence.rounds());
    }

    private void gauge(WatchedStream stream, MeterRegistry registry) {
        Gauge.builder("tillstream.analytics.stuck", this, watchdog -> watchdog.count(stream.name()))
                .description("Shards held here whose consumer no longer moves")
                .tag("stream", stream.logicalName())
                .register(registry);
    }

    private long count(String stream) {
        return silences.entrySet().stream()
                .filter(entry -> entry.getKey().stream().equals(stream))
                .filter(entry -> entry.getValue().isStuck())
                .count();
    }
}
