package dev.tillstream.analytics.kinesis.unread;

import dev.tillstream.analytics.shard.ReadMark;
import dev.tillstream.analytics.shard.Unread;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.kinesis.KinesisAsyncClient;
import software.amazon.kinesis.retrieval.kpl.ExtendedSequenceNumber;

/**
 * Tells of each time that a shard was read on from where the stream had nothing left.
 *
 * <p>A stream doesn't say what it dropped, nor how much. What can be known is that reading had come
 * to a time beyond which the stream no longer goes back: whatever arrived between the two is lost.
 */
public final class UnreadRecords implements Unread {

    private static final Logger log = LoggerFactory.getLogger(UnreadRecords.class);

    /** How often a shard's mark is written, and a lasting loss told. */
    private static final Duration SELDOM = Duration.ofMinutes(1);

    private final String stream;
    private final Marks marks;
    private final BiPredicate<String, String> holds;
    private final Retention retention;
    private final InstantSource clock;
    private final Counter losses;

    private final Map<String, Instant> marked = new ConcurrentHashMap<>();
    private final Map<String, Instant> told = new ConcurrentHashMap<>();

    /**
     * Of a stream.
     *
     * @param logical its name without the project's, as metrics call it
     * @param holds whether the stream still has the record of a shard with a sequence number
     */
    UnreadRecords(
            String stream,
            String logical,
            Marks marks,
            BiPredicate<String, String> holds,
            Retention retention,
            InstantSource clock,
            MeterRegistry registry) {
        this.stream = stream;
        this.marks = marks;
        this.holds = holds;
        this.retention = retention;
        this.clock = clock;
        this.losses =
                Counter.builder("tillstream.analytics.expired")
                        .description("Times that records left the stream before they were read")
                        .tag("stream", logical)
                        .register(registry);
        Gauge.builder("tillstream.analytics.retention", retention, Retention::knownMillis)
                .description("How far reading may lag behind until records are lost")
                .baseUnit("milliseconds")
                .tag("stream", logical)
                .register(registry);
    }

    /** With marks in the lease table. */
    public static UnreadRecords of(
            String stream,
            String logical,
            String leaseTable,
            KinesisAsyncClient kinesis,
            DynamoDbClient dynamo,
            InstantSource clock,
            MeterRegistry registry) {
        var facts = new StreamFacts(kinesis, stream);
        return new UnreadRecords(
                stream,
                logical,
                new LeaseMarks(dynamo, leaseTable),
                facts::holds,
                new Retention(facts::retention, clock),
                clock,
                registry);
    }

    @Override
    public void startsAfter(String shard, ExtendedSequenceNumber checkpoint) {
        marked.remove(shard);
        told.remove(shard);
        if (!checkpoint.sequenceNumber().chars().allMatch(Character::isDigit)) {
            // Never read, or read to its end.
            return;
        }
        try {
            if (!holds.test(shard, checkpoint.sequenceNumber())) {
                judge(shard, marks.find(shard));
            }
        } catch (RuntimeException e) {
            log.warn("{}: can't tell whether records of {} were lost", stream, shard, e);
        }
    }

    /** The last record that was read is gone. With nothing after it, that is as it should be. */
    private void judge(String shard, @Nullable ReadMark mark) {
        Duration kept = retention.find();
        if (mark == null || kept == null) {
            tellOnce(shard, Instant.EPOCH);
            return;
        }
        Instant horizon = clock.instant().minus(kept);
        boolean isOld = mark.lastArrival() == null || mark.lastArrival().isBefore(horizon);
        if (!isOld || mark.until().isBefore(horizon)) {
            tellOnce(shard, mark.until());
        }
    }

    /** Without a last arrival, the next start finds nothing amiss if no record came until then. */
    private void tellOnce(String shard, Instant from) {
        tell(shard, from);
        marks.write(shard, new ReadMark(from, Instant.EPOCH));
    }

    @Override
    public void reads(String shard, Instant from, Instant given) {
        Duration kept = retention.find();
        if (kept != null && from.isBefore(given.minus(kept))) {
            tell(shard, from);
        }
    }

    @Override
    public void hasRead(String shard, ReadMark mark) {
        if (isDue(marked, shard)) {
            write(shard, mark);
        }
    }

    @Override
    public void stops(String shard, ReadMark mark) {
        write(shard, mark);
        marked.remove(shard);
        told.remove(shard);
    }

    private void write(String shard, ReadMark mark) {
        try {
            marks.write(shard, mark);
        } catch (RuntimeException e) {
            log.warn("{}: it is not noted how far {} was read", stream, shard, e);
        }
    }

    private void tell(String shard, Instant from) {
        losses.increment();
        if (isDue(told, shard)) {
            log.error(
                    "{}: records of {} left the stream unread: what arrived from {} on until the"
                            + " oldest that it still has is lost, if there was anything",
                    stream,
                    shard,
                    from);
        }
    }

    private boolean isDue(Map<String, Instant> last, String shard) {
        Instant now = clock.instant();
        Instant before = last.get(shard);
        if (before != null && now.isBefore(before.plus(SELDOM))) {
            return false;
        }
        last.put(shard, now);
        return true;
    }
}
