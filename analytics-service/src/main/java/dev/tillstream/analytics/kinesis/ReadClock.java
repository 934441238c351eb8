package dev.tillstream.analytics.kinesis;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Knows when each shard was last read. */
final class ReadClock {

    private final InstantSource clock;
    private final Map<String, Instant> lastRead = new ConcurrentHashMap<>();

    ReadClock(InstantSource clock) {
        this.clock = clock;
    }

    void wasRead(String shard) {
        lastRead.put(shard, clock.instant());
    }

    /**
     * How long the most silent of these shards has not been read, from the first question on if it
     * never was. Forgets all others, so that it never knows more shards than a worker holds.
     */
    Duration longestSilence(Collection<String> held) {
        lastRead.keySet().retainAll(held);
        Instant now = clock.instant();
        return held.stream()
                .map(shard -> lastRead.computeIfAbsent(shard, unread -> now))
                .map(read -> Duration.between(read, now))
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }
}
