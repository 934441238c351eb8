package dev.tillstream.analytics.local;

import dev.tillstream.analytics.view.Views;
import dev.tillstream.analytics.window.Arrival;
import dev.tillstream.analytics.window.Limits;
import dev.tillstream.analytics.window.Rejection;
import dev.tillstream.analytics.window.ShardWindows;
import dev.tillstream.analytics.window.SourceRecord;
import dev.tillstream.contract.EventRejectedException;
import dev.tillstream.contract.json.DecodedEvent;
import dev.tillstream.contract.json.EventCodec;
import java.io.PrintWriter;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * Lines into rows. Each type of event is a stream of its own, as the routes have it, with the
 * windows of the views that read it; the end of the lines closes them all.
 */
final class Counting {

    /** How often at most windows are looked at, as a shard does it. */
    private static final Duration RHYTHM = Duration.ofMillis(500);

    /** How many lines are counted until they are, at the latest. */
    private static final int FLUSH_LINES = 5_000;

    /** All that are open: they are closed by time alone, as nobody else could take them up. */
    private static final Limits LIMITS = new Limits(Duration.ofMinutes(10), Integer.MAX_VALUE);

    /** More rejections are only in the folder: a wrong file must not flood the terminal. */
    private static final int SAID = 100;

    private final Views views;
    private final OutFolder out;
    private final Counts counts;
    private final KeptWindows kept;
    private final PrintWriter err;
    private final InstantSource clock;

    private final EventCodec codec = new EventCodec();
    private final Map<String, ShardWindows> streams = new LinkedHashMap<>();
    private final List<Rejection> undecodable = new ArrayList<>();
    private int unflushed;
    private Instant lastFlush = Instant.EPOCH;
    private int said;

    Counting(
            Views views,
            OutFolder out,
            Counts counts,
            KeptWindows kept,
            PrintWriter err,
            InstantSource clock) {
        this.views = views;
        this.out = out;
        this.counts = counts;
        this.kept = kept;
        this.err = err;
        this.clock = clock;
    }

    /**
     * Returns when all lines are counted and every window is closed.
     *
     * @param isStopped whether to take what was read so far for all of it
     * @throws java.io.UncheckedIOException if the folder can't be written to
     */
    void run(Lines lines, BooleanSupplier isStopped) throws InterruptedException {
        while (!lines.isEnd() && !isStopped.getAsBoolean()) {
            Instant asked = clock.instant();
            Chunk chunk = lines.next(RHYTHM);
            if (chunk != null) {
                take(chunk);
            }
            if (unflushed >= FLUSH_LINES || !asked.isBefore(lastFlush.plus(RHYTHM))) {
                // No later than the lines that are known, or a store whose lines wait would look
                // silent.
                settle(chunk == null ? asked : chunk.arrived());
                lastFlush = asked;
            }
        }
        settle(Instant.MAX);
    }

    private void take(Chunk chunk) {
        Map<String, List<Arrival>> arrivals = new LinkedHashMap<>();
        long number = chunk.first();
        for (byte[] line : chunk.lines()) {
            if (!isBlank(line)) {
                counts.line();
                unflushed++;
                read(
                        new SourceRecord(
                                Long.toString(number), chunk.arrived(), ByteBuffer.wrap(line)),
                        arrivals);
            }
            number++;
        }
        arrivals.forEach(
                (stream, some) -> streams.computeIfAbsent(stream, this::open).accept(some));
    }

    private void read(SourceRecord source, Map<String, List<Arrival>> arrivals) {
        try {
            DecodedEvent read = codec.read(source.data().array());
            String stream = read.event().detailType();
            if (views.of(stream).isEmpty()) {
                counts.ignored();
            } else {
                arrivals.computeIfAbsent(stream, type -> new ArrayList<>())
                        .add(new Arrival(read.event(), read.fields(), source));
            }
        } catch (EventRejectedException e) {
            Rejection rejection = Rejection.undecodable(source, e);
            undecodable.add(rejection);
            counts.rejected(rejection.reason());
        }
    }

    private ShardWindows open(String stream) {
        return new ShardWindows(views.of(stream), LIMITS, kept, out, this::keep, counts);
    }

    private void settle(Instant now) {
        if (!undecodable.isEmpty()) {
            keep(List.copyOf(undecodable));
            undecodable.clear();
        }
        for (ShardWindows windows : streams.values()) {
            windows.flush();
            windows.publish(now);
        }
        kept.shrink();
        unflushed = 0;
    }

    private void keep(List<Rejection> rejections) {
        out.keep(rejections);
        for (Rejection rejection : rejections) {
            if (said < SAID) {
                err.println(describe(rejection));
            } else if (said == SAID) {
                err.println("More lines that can't be counted are named in quarantine/ only");
            }
            said++;
        }
        err.flush();
    }

    private static String describe(Rejection rejection) {
        String where = rejection.view() == null ? "" : " in " + rejection.view();
        return "line %s: %s%s: %s"
                .formatted(
                        rejection.source().sequence(),
                        rejection.reason(),
                        where,
                        rejection.explanation().replaceAll("\\R", " "));
    }

    private static boolean isBlank(byte[] line) {
        for (byte each : line) {
            if (each != ' ' && each != '\t' && each != '\r') {
                return false;
            }
        }
        return true;
    }
}
