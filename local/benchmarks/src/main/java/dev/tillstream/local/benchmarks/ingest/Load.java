package dev.tillstream.local.benchmarks.ingest;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;

/**
 * Tills on a fixed number of connections. Without a rate each sends as fast as it is answered; with
 * one, requests are due at fixed times, and a late one counts from when it was due.
 */
final class Load {

    private static final int MAX_MILLIS = 60_000;

    private final int port;
    private final String key;
    private final int perRequest;
    private final AtomicLong numbers;
    private final Sightings accepted;
    private final LongAdder events = new LongAdder();
    private final LongAdder requests = new LongAdder();
    private final LongAdder pushedBack = new LongAdder();
    private final LongAdder unanswered = new LongAdder();
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

    /** What came of it: counts, and latencies in milliseconds. */
    record Result(
            double seconds,
            long events,
            long requests,
            long pushedBack,
            long unanswered,
            int p50,
            int p99) {

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
                pushedBack.sum(),
                unanswered.sum(),
                percentile(0.5),
                percentile(0.99));
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
                if (connection == null) {
                    connection = TillConnection.open(port, key);
                }
                answered(connection.post(number, perRequest), number, due);
            } catch (IOException e) {
                unanswered.increment();
                connection = null;
            }
            due += interval;
        }
        if (connection != null) {
            connection.close();
        }
    }

    private void answered(int status, long number, long due) {
        requests.increment();
        if (status == 202) {
            events.add(perRequest);
            for (int i = 0; i < perRequest; i++) {
                accepted.add(number + i);
            }
            long took = (System.nanoTime() - due) / 1_000_000;
            millis[(int) Math.min(took, MAX_MILLIS - 1)].increment();
        } else {
            pushedBack.increment();
        }
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
