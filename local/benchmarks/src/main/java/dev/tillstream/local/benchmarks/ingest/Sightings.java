package dev.tillstream.local.benchmarks.ingest;

import java.util.concurrent.atomic.AtomicLongArray;

/** Which events were seen, by number: a bit each, so that minutes of load fit into memory. */
final class Sightings {

    private final AtomicLongArray bits;

    /** For numbers below the limit. */
    Sightings(long limit) {
        this.bits = new AtomicLongArray(Math.toIntExact(limit / Long.SIZE + 1));
    }

    void add(long number) {
        bits.accumulateAndGet((int) (number / Long.SIZE), 1L << number, (a, b) -> a | b);
    }

    long count() {
        long count = 0;
        for (int i = 0; i < bits.length(); i++) {
            count += Long.bitCount(bits.get(i));
        }
        return count;
    }

    /** How many are here and not there. */
    long missingIn(Sightings other) {
        long count = 0;
        for (int i = 0; i < bits.length(); i++) {
            count += Long.bitCount(bits.get(i) & ~other.bits.get(i));
        }
        return count;
    }
}
