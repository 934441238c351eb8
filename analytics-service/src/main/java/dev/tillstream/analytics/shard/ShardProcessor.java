package dev.tillstream.analytics.shard;

import dev.tillstream.analytics.watch.Pulse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.kinesis.exceptions.InvalidStateException;
import software.amazon.kinesis.exceptions.KinesisClientLibRetryableException;
import software.amazon.kinesis.exceptions.ShutdownException;
import software.amazon.kinesis.lifecycle.events.InitializationInput;
import software.amazon.kinesis.lifecycle.events.LeaseLostInput;
import software.amazon.kinesis.lifecycle.events.ProcessRecordsInput;
import software.amazon.kinesis.lifecycle.events.ShardEndedInput;
import software.amazon.kinesis.lifecycle.events.ShutdownRequestedInput;
import software.amazon.kinesis.processor.RecordProcessorCheckpointer;
import software.amazon.kinesis.processor.ShardRecordProcessor;
import software.amazon.kinesis.retrieval.KinesisClientRecord;

/**
 * KCL's view of a shard: records in, checkpoints out, and never a checkpoint before all that it
 * covers is durable.
 *
 * <p>KCL calls one at a time, also while no records come, so that the shard's clock goes on.
 */
final class ShardProcessor implements ShardRecordProcessor {

    private static final Logger log = LoggerFactory.getLogger(ShardProcessor.class);

    private static final int PORTION = 1_000;

    private final BiFunction<String, Pulse, ShardWork> opener;
    private final RecordDecoder decoder;
    private final ShardMeters meters;
    private final Ownership ownership;
    private final ShardClock clock = new ShardClock();

    private String shard = "";
    private Pulse pulse = new Pulse();
    private @Nullable Instant lastArrival;

    /** Null when there is nothing to lose: before the start, and once the shard is lost. */
    private @Nullable ShardWork work;

    ShardProcessor(
            BiFunction<String, Pulse, ShardWork> opener,
            RecordDecoder decoder,
            ShardMeters meters,
            Ownership ownership) {
        this.opener = opener;
        this.decoder = decoder;
        this.meters = meters;
        this.ownership = ownership;
    }

    @Override
    public void initialize(InitializationInput input) {
        shard = input.shardId();
        pulse = ownership.pulses().begin(shard);
        pulse.during(() -> work = opener.apply(shard, pulse));
        log.info("{}: starting after {}", shard, input.extendedSequenceNumber());
        pulse.during(() -> ownership.unread().startsAfter(shard, input.extendedSequenceNumber()));
    }

    @Override
    public void processRecords(ProcessRecordsInput input) {
        ownership.wasRead(shard);
        whileOwned(owned -> {
            Long behind = input.millisBehindLatest();
            advance(input.cacheEntryTime(), behind == null ? null : Duration.ofMillis(behind));
            if (!input.records().isEmpty()) {
                lastArrival = input.records().getLast().approximateArrivalTimestamp();
            }
            for (List<KinesisClientRecord> some : portions(input.records())) {
                Batch batch = decoder.decode(some);
                meters.read(shard, batch, behind);
                owned.take(batch);
            }
            if (owned.isFlushDue()) {
                owned.flush();
                checkpoint(owned, input.checkpointer());
            }
            owned.publish(clock.now());
            mark(owned, ownership.unread()::hasRead);
        });
    }

    /**
     * A read may bring tens of thousands of aggregated records: decoded, they need ten times the
     * memory.
     */
    private static List<List<KinesisClientRecord>> portions(List<KinesisClientRecord> records) {
        // At least one, that tells the meters how far behind the shard is.
        int count = Math.max(1, Math.ceilDiv(records.size(), PORTION));
        return IntStream.range(0, count)
                .mapToObj(i ->
                        records.subList(i * PORTION, Math.min((i + 1) * PORTION, records.size())))
                .toList();
    }

    private void mark(ShardWork owned, BiConsumer<String, ReadMark> listener) {
        if (!owned.isCheckpointDue() && clock.now().isAfter(Instant.EPOCH)) {
            listener.accept(shard, new ReadMark(clock.now(), lastArrival));
        }
    }

    private void advance(@Nullable Instant given, @Nullable Duration behind) {
        Instant from = clock.now();
        clock.advance(given, behind);
        if (given != null && from.isAfter(Instant.EPOCH)) {
            ownership.unread().reads(shard, from, given);
        }
    }

    @Override
    public void leaseLost(LeaseLostInput input) {
        log.info("{}: lease lost", shard);
        work = null;
        ownership.pulses().end(shard, pulse);
    }

    @Override
    public void shardEnded(ShardEndedInput input) {
        log.info("{}: ended", shard);
        whileOwned(owned -> finish(owned, input.checkpointer()));
        ownership.pulses().end(shard, pulse);
    }

    @Override
    public void shutdownRequested(ShutdownRequestedInput input) {
        log.info("{}: stopping", shard);
        whileOwned(owned -> {
            owned.flush();
            checkpoint(owned, input.checkpointer());
            mark(owned, ownership.unread()::stops);
        });
        // KCL calls no more, but the lease stays until all shards are done.
        ownership.pulses().end(shard, pulse);
    }

    /** KCL lets the children of a shard start when its end is checkpointed: it must be. */
    private void finish(ShardWork owned, RecordProcessorCheckpointer checkpointer) {
        owned.flush();
        owned.insist(() -> {
            try {
                checkpointer.checkpoint();
            } catch (ShutdownException e) {
                throw new ShardLostException(shard, e);
            } catch (InvalidStateException e) {
                throw new IllegalStateException("no checkpoint", e);
            }
        });
    }

    private void checkpoint(ShardWork owned, RecordProcessorCheckpointer checkpointer) {
        try {
            checkpointer.checkpoint();
            owned.checkpointed();
        } catch (ShutdownException e) {
            throw new ShardLostException(shard, e);
        } catch (InvalidStateException | KinesisClientLibRetryableException e) {
            // The windows are durable: a crash before the next checkpoint only repeats them.
            log.warn("{}: no checkpoint this time", shard, e);
        }
    }

    private void whileOwned(Consumer<ShardWork> action) {
        pulse.during(() -> unlessLost(action));
    }

    private void unlessLost(Consumer<ShardWork> action) {
        ShardWork owned = work;
        if (owned == null) {
            return;
        }
        try {
            action.accept(owned);
        } catch (ShardLostException e) {
            log.info("{}: lost, dropping what is not durable", shard, e);
            work = null;
        } catch (RuntimeException | Error e) {
            // Going on would leave these records out: start again from the checkpoint instead.
            work = null;
            ownership.giveUp(shard, e);
        }
    }
}
