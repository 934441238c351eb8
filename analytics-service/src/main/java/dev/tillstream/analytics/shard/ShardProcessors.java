package dev.tillstream.analytics.shard;

import dev.tillstream.analytics.retry.Backoff;
import dev.tillstream.analytics.watch.Pulse;
import dev.tillstream.analytics.window.EventArchive;
import dev.tillstream.contract.json.EventCodec;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import software.amazon.kinesis.processor.ShardRecordProcessorFactory;

/** Makes the processors of a stream's shards. */
public final class ShardProcessors {

    private final WindowShards shards;
    private final EventArchive archive;
    private final ShardSettings settings;
    private final MeterRegistry registry;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final RecordDecoder decoder = new RecordDecoder(new EventCodec());

    ShardProcessors(
            WindowShards shards,
            EventArchive archive,
            ShardSettings settings,
            MeterRegistry registry,
            InstantSource clock,
            RandomGenerator random) {
        this.shards = shards;
        this.archive = archive;
        this.settings = settings;
        this.registry = registry;
        this.clock = clock;
        this.random = random;
    }

    /** The processors of one stream. */
    public ShardRecordProcessorFactory of(String stream, Ownership ownership) {
        var meters = new ShardMeters(registry, stream);
        return () ->
                new ShardProcessor(
                        (shard, pulse) -> open(stream, shard, ownership, pulse),
                        decoder,
                        meters,
                        ownership);
    }

    private ShardWork open(String stream, String shard, Ownership ownership, Pulse pulse) {
        var backoff = new Backoff(settings.firstBackoff(), settings.longestBackoff(), random);
        var persistence =
                new Persistence(shard, () -> ownership.isHeld(shard), backoff, pulse::beat);
        return new ShardWork(
                shards.open(stream, shard, pulse::beat),
                archive,
                ownership.rangeOf(shard),
                persistence,
                pulse::beat,
                settings,
                clock);
    }
}
