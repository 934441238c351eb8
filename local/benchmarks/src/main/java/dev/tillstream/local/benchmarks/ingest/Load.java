package dev.tillstream.local.benchmarks.ingest;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;

/**
 * Tills on a fixed number of connections. Without a rate each sends as fast as it is answered, and
 * waits when it is told to; with one, requests are due at fixed times, and a late one counts from
 * when it was due.
 */
final class Load {

    private static final int MAX_MILLIS = 60_000;
    private static final long RETRY_AFTER = 1_000_000_000;

    private final int port;
    private final String key;
    private final int perRequest;
    private final AtomicLong numbers;
    private final Sightings accepted;
    private final LongAdder events = new LongAdder();
    private final LongAdder requests = new LongAdder();
    private final LongAdder accepted2xx = new LongAdder();
    private final LongAdder tooMany = new LongAdder();
    private final LongAdder unavailable = new LongAdder();
    private final LongAdder unanswered = new LongAdder();
    private final LongAccumulator slowest = new LongAccumulator(Math::max, 0);
    private final LongAdder[] millis = new LongAdder[MAX_MILLIS];

    Load(int port, String key, int perRequest, AtomicLong numbers, Sightings accepted) {
        this.port = port;
        this.key = key;
        this.perRequest = perRequest;
        this.numbers = numbers;
        this.accepted = accepted;
        for (int i = 0; i < MAX_MILLIS; i++) {
            millis[i] = new LongAdder();
        }
    }

    /**
     * What came of it: counts, and latencies in milliseconds.
     *
     * @param requests that were answered
     * @param unanswered whose connection ended before their answer did
     * @param slowest of all answers, from when it was sent
     */
    record Result(
            double seconds,
            long events,
            long requests,
            long accepted,
            long tooMany,
            long unavailable,
            long unanswered,
            int p50,
            int p99,
            long slowest) {

        /** Answered neither 202 nor 429 nor 503. */
        long other() {
            return requests - accepted - tooMany - unavailable;
        }

        long pushedBack() {
            return requests - accepted;
        }

        double eventsPerSecond() {
            return events / seconds;
        }
    }

    /**
     * Sends for a time.
     *
     * @param requestsPerSecond over all connections; 0 for as fast as they are answered
     */
    Result run(int connections, double requestsPerSecond, Duration time)
            throws InterruptedException {
        long start = System.nanoTime();
        long end = start + time.toNanos();
        List<Thread> tills = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
            long interval =
                    requestsPerSecond == 0 ? 0 : (long) (1e9 * connections / requestsPerSecond);
            long first = start + interval * i / connections;
            tills.add(Thread.ofVirtual().start(() -> till(first, interval, end)));
        }
        for (Thread till : tills) {
            till.join();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        return new Result(
                seconds,
                events.sum(),
                requests.sum(),
                accepted2xx.sum(),
                tooMany.sum(),
                unavailable.sum(),
                unanswered.sum(),
                percentile(0.5),
                percentile(0.99),
                slowest.get());
    }

    private void till(long first, long interval, long end) {
        long due = first;
        TillConnection connection = null;
        while (System.nanoTime() < end) {
            if (interval > 0) {
                for (long now = System.nanoTime(); now < due; now = System.nanoTime()) {
                    LockSupport.parkNanos(due - now);
                }
            } else {
                due = System.nanoTime();
            }
            long number = numbers.getAndAdd(perRequest);
            try {
                if (connection != null && connection.isOver()) {
                    connection.close();
                    connection = null;
                }
                if (connection == null) {
                    connection = TillConnection.open(port, key);
                }
                long sent = System.nanoTime();
                int status = connection.post(number, perRequest);
                answered(status, number, due);
                slowest.accumulate((System.nanoTime() - sent) / 1_000_000);
                if (status == 429 && interval == 0) {
                    // Its Retry-After. With a rate they come on time, whatever they were told.
                    LockSupport.parkNanos(RETRY_AFTER);
                }
            } catch (IOException e) {
                unanswered.increment();
                if (connection != null) {
                    connection.close();
                    connection = null;
                }
            }
            due += interval;
        }
        if (connection != null) {
            connection.close();
        }
    }

    private void answered(int status, long number, long due) {
        requests.increment();
        switch (status) {
            case 202 -> accepted(number, due);
            case 429 -> tooMany.increment();
            case 503 -> unavailable.increment();
            default -> {}
        }
    }

    private void accepted(long number, long due) {
        accepted2xx.increment();
        events.add(perRequest);
        for (int i = 0; i < perRequest; i++) {
            accepted.add(number + i);
        }
        long took = (System.nanoTime() - due) / 1_000_000;
        millis[(int) Math.min(took, MAX_MILLIS - 1)].increment();
    }

    private int percentile(double share) {
        long total = 0;
        for (LongAdder count : millis) {
            total += count.sum();
        }
        long rank = (long) Math.ceil(total * share);
        long sum = 0;
        for (int i = 0; i < MAX_MILLIS; i++) {
            sum += millis[i].sum();
            if (sum >= rank) {
                return i + 1;
            }
        }
        return MAX_MILLIS;
    }
}
