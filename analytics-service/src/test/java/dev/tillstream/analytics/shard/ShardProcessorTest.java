package dev.tillstream.analytics.shard;

import static dev.tillstream.analytics.window.SaleFixture.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tillstream.analytics.retry.Backoff;
import dev.tillstream.analytics.view.ViewFixture;
import dev.tillstream.analytics.watch.HeldShards;
import dev.tillstream.analytics.watch.Pulse;
import dev.tillstream.analytics.watch.Pulses;
import dev.tillstream.analytics.watch.Watchdog;
import dev.tillstream.analytics.window.CountingMeter;
import dev.tillstream.analytics.window.InMemoryWindows;
import dev.tillstream.analytics.window.KeyRange;
import dev.tillstream.analytics.window.Limits;
import dev.tillstream.analytics.window.Rejection;
import dev.tillstream.analytics.window.Row;
import dev.tillstream.analytics.window.SaleFixture;
import dev.tillstream.analytics.window.ShardWindows;
import dev.tillstream.contract.StoreEvent;
import dev.tillstream.contract.json.EventCodec;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.kinesis.exceptions.ShutdownException;
import software.amazon.kinesis.exceptions.ThrottlingException;
import software.amazon.kinesis.lifecycle.events.InitializationInput;
import software.amazon.kinesis.lifecycle.events.LeaseLostInput;
import software.amazon.kinesis.lifecycle.events.ProcessRecordsInput;
import software.amazon.kinesis.lifecycle.events.ShardEndedInput;
import software.amazon.kinesis.lifecycle.events.ShutdownRequestedInput;
import software.amazon.kinesis.retrieval.KinesisClientRecord;
import software.amazon.kinesis.retrieval.kpl.ExtendedSequenceNumber;

final class ShardProcessorTest {

    private static final Duration INTERVAL = Duration.ofMillis(500);
    private static final Duration MOMENT = Duration.ofMillis(1);

    private final InMemoryWindows table = new InMemoryWindows();
    private final List<Row> rows = new ArrayList<>();
    private final List<Rejection> quarantine = new ArrayList<>();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final CountingMeter meter = new CountingMeter();
    private final Checkpoints checkpoints = new Checkpoints();
    private final EventCodec codec = new EventCodec();

    private final List<StoreEvent> archive = new ArrayList<>();
    private int archiveFailures;
    private Runnable archiveWork = () -> {};
    private Instant now = NOON;
    private boolean isHeld = true;
    private boolean hasGivenUp;
    private int reads;
    private int sequence;

    private final Pulses pulses = new Pulses();
    private final List<Duration> lags = new ArrayList<>();
    private final List<ReadMark> marks = new ArrayList<>();
    private final Unread unread =
            new Unread() {
                @Override
                public void startsAfter(String shard, ExtendedSequenceNumber checkpoint) {}

                @Override
                public void reads(String shard, Instant from, Instant given) {
                    lags.add(Duration.between(from, given));
                }

                @Override
                public void hasRead(String shard, ReadMark mark) {
                    marks.add(mark);
                }

                @Override
                public void stops(String shard, ReadMark mark) {
                    marks.add(mark);
                }
            };

    private final Ownership ownership =
            new Ownership() {
                @Override
                public boolean isHeld(String shard) {
                    return isHeld;
                }

                @Override
                public KeyRange rangeOf(String shard) {
                    return KeyRange.ALL;
                }

                @Override
                public Pulses pulses() {
                    return pulses;
                }

                @Override
                public Unread unread() {
                    return unread;
                }

                @Override
                public void wasRead(String shard) {
                    reads++;
                }

                @Override
                public void giveUp(String shard, Throwable cause) {
                    hasGivenUp = true;
                }
            };

    private final ShardProcessor processor =
            new ShardProcessor(
                    this::open,
                    new RecordDecoder(codec),
                    new ShardMeters(registry, "sales"),
                    ownership);

    @BeforeEach
    void start() {
        processor.initialize(
                InitializationInput.builder()
                        .shardId("shard-1")
                        .extendedSequenceNumber(ExtendedSequenceNumber.TRIM_HORIZON)
                        .build());
    }

    @Test
    void checkpointsOnlyWhatIsInTheTable() {
        checkpoints.before = () -> assertThat(counted()).isEqualTo(2);
        process(sale("1"), sale("2"));
        assertThat(checkpoints.count).isEqualTo(1);
    }

    @Test
    void checkpointsOncePerIntervalAndOnlyWhenSomethingWasRead() {
        process(sale("1"));
        process(sale("2"));
        assertThat(counted()).isEqualTo(1);
        assertThat(checkpoints.count).isEqualTo(1);

        now = now.plus(INTERVAL);
        process();
        assertThat(counted()).isEqualTo(2);
        assertThat(checkpoints.count).isEqualTo(2);

        now = now.plus(INTERVAL);
        process();
        assertThat(checkpoints.count).isEqualTo(2);
    }

    @Test
    void holdsTheShardBackWhileTheTableFails() {
        failTimes(5);
        process(sale("1"));
        assertThat(counted()).isEqualTo(1);
        assertThat(checkpoints.count).isEqualTo(1);
        assertThat(hasGivenUp).isFalse();
    }

    @Test
    void dropsEverythingWhenTheLeaseIsLostMeanwhile() {
        failTimes(Integer.MAX_VALUE);
        isHeld = false;
        process(sale("1"));
        assertThat(checkpoints.count).isZero();

        failTimes(0);
        isHeld = true;
        process(sale("2"));
        assertThat(counted()).isZero();
        assertThat(checkpoints.count).isZero();
    }

    @Test
    void dropsEverythingWhenKclSaysSo() {
        process(sale("1"));
        process(sale("2"));
        processor.leaseLost(LeaseLostInput.builder().build());
        now = now.plus(INTERVAL);
        process(sale("3"));
        assertThat(counted()).isEqualTo(1);
    }

    @Test
    void stopsWhenACheckpointShowsThatTheShardIsAnothers() {
        checkpoints.failures.add(new ShutdownException("gone"));
        process(sale("1"));
        now = now.plus(INTERVAL);
        process(sale("2"));
        assertThat(counted()).isEqualTo(1);
        assertThat(checkpoints.count).isZero();
    }

    @Test
    void checkpointsLaterWhatItCouldNotCheckpointNow() {
        checkpoints.failures.add(new ThrottlingException("busy"));
        process(sale("1"));
        assertThat(checkpoints.count).isZero();
        now = now.plus(INTERVAL);
        process();
        assertThat(checkpoints.count).isEqualTo(1);
    }

    @Test
    void flushesAndCheckpointsWhenStopped() {
        process(sale("1"));
        process(sale("2"));
        processor.shutdownRequested(
                ShutdownRequestedInput.builder().checkpointer(checkpoints).build());
        assertThat(counted()).isEqualTo(2);
        assertThat(checkpoints.count).isEqualTo(2);
    }

    @Test
    void insistsOnTheCheckpointOfAShardsEnd() {
        process(sale("1"));
        process(sale("2"));
        checkpoints.failures.add(new ThrottlingException("busy"));
        checkpoints.failures.add(new ThrottlingException("still busy"));
        processor.shardEnded(ShardEndedInput.builder().checkpointer(checkpoints).build());
        assertThat(counted()).isEqualTo(2);
        assertThat(checkpoints.count).isEqualTo(2);
    }

    @Test
    void livesAsLongAsItTriesAgain() {
        var watchdog = watchdog();
        int[] left = {50};
        table.step =
                () -> {
                    watchdog.look();
                    assertThat(watchdog.stuck()).isEmpty();
                    if (left[0]-- > 0) {
                        throw new IllegalStateException("the table does not answer");
                    }
                };
        process(sale("1"));
        assertThat(counted()).isEqualTo(1);
    }

    @Test
    void isStuckWhenACallDoesNotReturn() {
        var watchdog = watchdog();
        boolean[] wasStuck = {false};
        archiveWork =
                () -> {
                    IntStream.range(0, 11).forEach(round -> watchdog.look());
                    wasStuck[0] = watchdog.stuck().containsKey("sales shard-1");
                };
        process(sale("1"));
        assertThat(wasStuck[0]).isTrue();
        watchdog.look();
        assertThat(watchdog.stuck()).isEmpty();
    }

    @Test
    void isNotExpectedToMoveOnceStopped() {
        processor.shutdownRequested(
                ShutdownRequestedInput.builder().checkpointer(checkpoints).build());
        var watchdog = watchdog();
        IntStream.range(0, 30).forEach(round -> watchdog.look());
        assertThat(watchdog.stuck()).isEmpty();
    }

    @Test
    void notesHowFarItWasReadOnlyOnceThatIsDurableAndCheckpointed() {
        process(sale("1"));
        assertThat(marks).containsExactly(new ReadMark(NOON, NOON));
        now = now.plusMillis(1);
        process(sale("2"));
        assertThat(marks).hasSize(1);
        now = NOON.plus(INTERVAL);
        process();
        assertThat(marks).last().isEqualTo(new ReadMark(now, NOON.plusMillis(1)));
    }

    @Test
    void tellsFromWhenOnItReads() {
        process(sale("1"));
        now = now.plusSeconds(7);
        process();
        assertThat(lags).containsExactly(Duration.ofSeconds(7));
    }

    @Test
    void asksForARestartWhenItCannotGoOn() {
        table.step =
                () -> {
                    throw new StackOverflowError();
                };
        process(sale("1"));
        assertThat(hasGivenUp).isTrue();
        assertThat(checkpoints.count).isZero();
    }

    @Test
    void setsAsideWhatItCannotReadBeforeItCheckpoints() {
        checkpoints.before = () -> assertThat(quarantine).hasSize(1);
        process("{\"detail-type\":\"sales-events\"", sale("1"));
        assertThat(checkpoints.count).isEqualTo(1);
        assertThat(counted()).isEqualTo(1);
        assertThat(quarantine.getFirst().source().sequence()).isEqualTo("1:0");
    }

    @Test
    void checkpointsOnlyWhatTheArchiveHas() {
        archiveFailures = 3;
        checkpoints.before = () -> assertThat(archive).hasSize(2);
        process(sale("1"), "no event", inventory());
        assertThat(archiveFailures).isNegative();
        assertThat(checkpoints.count).isEqualTo(1);
        now = now.plus(INTERVAL);
        checkpoints.before = () -> assertThat(archive).hasSize(3);
        process(sale("2"));
        assertThat(checkpoints.count).isEqualTo(2);
    }

    @Test
    void ignoresEventsThatNoViewTakes() {
        process(inventory());
        assertThat(meter.ignored).isEqualTo(1);
        assertThat(checkpoints.count).isEqualTo(1);
        assertThat(quarantine).isEmpty();
    }

    @Test
    void publishesWhileNoRecordsCome() {
        process(sale("1"));
        now = NOON.plusSeconds(70);
        process();
        assertThat(rows).hasSize(1);
    }

    @Test
    void tellsThatTheShardWasReadAlsoWhenItHadNothing() {
        process(sale("1"));
        process();
        assertThat(reads).isEqualTo(2);
    }

    @Test
    void publishesNothingThatTheStreamMayStillHoldRecordsOf() {
        process(sale("1"));
        now = NOON.plusSeconds(700);
        processor.processRecords(input(Duration.ofSeconds(640), List.of()));
        assertThat(rows).isEmpty();
    }

    private ShardWork open(String shard, Pulse pulse) {
        var windows =
                new ShardWindows(
                        List.of(ViewFixture.SALES_REVENUE),
                        new Limits(Duration.ofMinutes(10), 100),
                        table.of("sales"),
                        sent -> {
                            rows.addAll(sent);
                            return sent;
                        },
                        quarantine::addAll,
                        meter);
        return new ShardWork(
                windows,
                (events, progress) -> {
                    archiveWork.run();
                    if (archiveFailures-- > 0) {
                        throw new IllegalStateException("the archive does not answer");
                    }
                    archive.addAll(events);
                },
                KeyRange.ALL,
                new Persistence(
                        shard,
                        () -> isHeld,
                        new Backoff(MOMENT, MOMENT, new SplittableRandom(1)),
                        pulse::beat),
                pulse::beat,
                new ShardSettings(INTERVAL, 2, Duration.ofSeconds(5), MOMENT, MOMENT),
                () -> now);
    }

    private Watchdog watchdog() {
        var stream = new HeldShards(List.of("shard-1"), pulses);
        return new Watchdog(List.of(stream), Duration.ofMinutes(5), registry);
    }

    private long counted() {
        return table.windows.values().stream().mapToLong(w -> w.state().totals().events()).sum();
    }

    private void failTimes(int times) {
        int[] left = {times};
        table.step =
                () -> {
                    if (left[0]-- > 0) {
                        throw new IllegalStateException("the table does not answer");
                    }
                };
    }

    private static String inventory() {
        return """
        {"detail-type":"inventory-events","time":"2026-11-21T12:00:00Z","detail":{
         "request_id":"r","store_id":"s","name":"n","category":"c","sku":"k",
         "change":"received","quantity":3}}
        """;
    }

    private String sale(String id) {
        return codec.encode(SaleFixture.sale("store_1", id, NOON, "1.00"));
    }

    private void process(String... records) {
        processor.processRecords(
                input(Duration.ZERO, Stream.of(records).map(this::record).toList()));
    }

    private ProcessRecordsInput input(Duration behind, List<KinesisClientRecord> records) {
        return ProcessRecordsInput.builder()
                .records(records)
                .checkpointer(checkpoints)
                .cacheEntryTime(now)
                .millisBehindLatest(behind.toMillis())
                .build();
    }

    private KinesisClientRecord record(String data) {
        return KinesisClientRecord.builder()
                .sequenceNumber(Integer.toString(++sequence))
                .approximateArrivalTimestamp(now)
                .data(ByteBuffer.wrap(data.getBytes(StandardCharsets.UTF_8)).asReadOnlyBuffer())
                .build();
    }
}
