package dev.tillstream.analytics.kinesis;

import java.util.List;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Ready when KCL has started for every stream and is not handing its shards over. */
final class KinesisHealth implements HealthIndicator {

    private final List<StreamConsumer> consumers;

    KinesisHealth(List<StreamConsumer> consumers) {
        this.consumers = consumers;
    }

    @Override
    public Health health() {
        boolean isReady = consumers.stream().allMatch(StreamConsumer::isReady);
        return (isReady ? Health.up() : Health.outOfService())
                .withDetail("streams", consumers.stream().map(StreamConsumer::describe).toList())
                .build();
    }
}
