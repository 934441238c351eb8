package dev.tillstream.analytics.kinesis;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Up while the shards that this worker holds are being read. */
final class ReadingHealth implements HealthIndicator {

    private final List<StreamConsumer> consumers;
    private final Duration stalled;
    private final boolean isAlone;

    /**
     * Of these streams.
     *
     * @param stalled how long a shard may stay unread
     * @param isAlone whether there is no other worker that could hold the shards
     */
    ReadingHealth(List<StreamConsumer> consumers, Duration stalled, boolean isAlone) {
        this.consumers = consumers;
        this.stalled = stalled;
        this.isAlone = isAlone;
    }

    @Override
    public Health health() {
        boolean isReading = true;
        Map<String, String> streams = new LinkedHashMap<>();
        for (StreamConsumer consumer : consumers) {
            var held = consumer.heldShards();
            Duration silence = consumer.longestSilence(held);
            isReading &= silence.compareTo(stalled) < 0 && !(isAlone && held.isEmpty());
            streams.put(
                    consumer.name(),
                    "%d shards held, all read within %d ms"
                            .formatted(held.size(), silence.toMillis()));
        }
        return (isReading ? Health.up() : Health.down()).withDetails(streams).build();
    }
}
