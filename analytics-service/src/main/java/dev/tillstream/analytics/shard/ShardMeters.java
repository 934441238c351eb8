package dev.tillstream.analytics.shard;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** What is read of each shard, and how far behind. */
final class ShardMeters {

    private final MeterRegistry registry;
    private final String stream;
    private final Counter records;
    private final Map<String, AtomicLong> behind = new ConcurrentHashMap<>();

    ShardMeters(MeterRegistry registry, String stream) {
        this.registry = registry;
        this.stream = stream;
        this.records = counter("tillstream.analytics.records", "Records read from the stream");
    }

    void read(String shard, Batch batch, @Nullable Long millisBehind) {
        records.increment(batch.size());
        if (millisBehind != null) {
            behind.computeIfAbsent(shard, this::gauge).set(millisBehind);
        }
    }

    private AtomicLong gauge(String shard) {
        var value = new AtomicLong();
        Gauge.builder("tillstream.analytics.behind", value, AtomicLong::doubleValue)
                .description("How far reading lags behind the stream")
                .baseUnit("milliseconds")
                .tag("stream", stream)
                .tag("shard", shard)
                .register(registry);
        return value;
    }

    private Counter counter(String name, String description) {
        return Counter.builder(name)
                .description(description)
                .tag("stream", stream)
                .register(registry);
    }
}
