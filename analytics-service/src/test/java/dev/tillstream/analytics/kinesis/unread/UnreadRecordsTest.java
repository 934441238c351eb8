package dev.tillstream.analytics.kinesis.unread;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tillstream.analytics.shard.ReadMark;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import software.amazon.kinesis.retrieval.kpl.ExtendedSequenceNumber;

final class UnreadRecordsTest {

    private static final String SHARD = "shard-1";
    private static final Duration DAY = Duration.ofHours(24);
    private static final ExtendedSequenceNumber CHECKPOINT = new ExtendedSequenceNumber("4711");

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final Map<String, ReadMark> marks = new HashMap<>();

    private Instant now = Instant.parse("2026-11-23T06:00:00Z");
    private boolean holdsLast;
    private int writes;
    private boolean isBroken;

    private final UnreadRecords unread =
            new UnreadRecords(
                    "tillstream-sales",
                    "sales",
                    new Marks() {
                        @Override
                        public @Nullable ReadMark find(String shard) {
                            return marks.get(shard);
                        }

                        @Override
                        public void write(String shard, ReadMark mark) {
                            fail();
                            writes++;
                            marks.put(shard, mark);
                        }
                    },
                    (shard, number) -> {
                        fail();
                        return holdsLast;
                    },
                    new Retention(
                            () -> {
                                fail();
                                return DAY;
                            },
                            () -> now),
                    () -> now,
                    registry);

    @Test
    void findsNothingLostWhileTheLastRecordIsStillThere() {
        holdsLast = true;
        start();
        assertThat(losses()).isZero();
    }

    @Test
    void countsALossWhenNobodyReadForLongerThanRecordsAreKept() {
        marks.put(SHARD, mark(Duration.ofHours(30), Duration.ofHours(31)));
        start();
        assertThat(losses()).isEqualTo(1);
    }

    @Test
    void knowsThatAShardWasMerelyQuiet() {
        marks.put(SHARD, mark(Duration.ofMinutes(1), Duration.ofHours(40)));
        start();
        assertThat(losses()).isZero();
    }

    @Test
    void countsALossWhenARecordIsGoneThatShouldStillBeThere() {
        marks.put(SHARD, mark(Duration.ofMinutes(1), Duration.ofMinutes(2)));
        start();
        assertThat(losses()).isEqualTo(1);
    }

    @Test
    void countsALossWhenNothingIsKnownOfAShardWhoseLastRecordIsGone() {
        start();
        assertThat(losses()).isEqualTo(1);
    }

    @Test
    void countsALossOnceThoughTheCheckpointStaysWhereItIs() {
        start();
        unread.stops(SHARD, new ReadMark(now, marks.get(SHARD).lastArrival()));
        start();
        assertThat(losses()).isEqualTo(1);
    }

    @Test
    void asksNothingOfAShardThatWasNeverRead() {
        unread.startsAfter(SHARD, ExtendedSequenceNumber.TRIM_HORIZON);
        unread.startsAfter(SHARD, ExtendedSequenceNumber.SHARD_END);
        assertThat(losses()).isZero();
    }

    @Test
    void countsEachReadThatLagsBehindFurtherThanRecordsAreKept() {
        unread.reads(SHARD, now.minus(DAY), now);
        assertThat(losses()).isZero();
        unread.reads(SHARD, now.minus(DAY).minusMillis(1), now);
        unread.reads(SHARD, now.minus(DAY).minusMillis(1), now);
        assertThat(losses()).isEqualTo(2);
        assertThat(registry.get("tillstream.analytics.retention").gauge().value())
                .isEqualTo((double) DAY.toMillis());
    }

    @Test
    void notesOnceAMinuteHowFarAShardWasReadAndAtItsStop() {
        unread.hasRead(SHARD, mark(Duration.ZERO, Duration.ZERO));
        now = now.plusSeconds(59);
        unread.hasRead(SHARD, mark(Duration.ZERO, Duration.ZERO));
        assertThat(writes).isEqualTo(1);
        now = now.plusSeconds(1);
        unread.hasRead(SHARD, mark(Duration.ZERO, Duration.ZERO));
        assertThat(writes).isEqualTo(2);
        unread.stops(SHARD, mark(Duration.ZERO, Duration.ZERO));
        assertThat(writes).isEqualTo(3);
    }

    @Test
    void holdsNothingUpWhenAwsDoesNotAnswer() {
        isBroken = true;
        start();
        unread.reads(SHARD, Instant.EPOCH, now);
        unread.hasRead(SHARD, mark(Duration.ZERO, Duration.ZERO));
        unread.stops(SHARD, mark(Duration.ZERO, Duration.ZERO));
        assertThat(losses()).isZero();
    }

    private void start() {
        unread.startsAfter(SHARD, CHECKPOINT);
    }

    private ReadMark mark(Duration sinceRead, Duration sinceArrival) {
        return new ReadMark(now.minus(sinceRead), now.minus(sinceArrival));
    }

    private void fail() {
        if (isBroken) {
            throw new IllegalStateException("no answer");
        }
    }

    private double losses() {
        return registry.get("tillstream.analytics.expired")
                .tag("stream", "sales")
                .counter()
                .count();
    }
}
