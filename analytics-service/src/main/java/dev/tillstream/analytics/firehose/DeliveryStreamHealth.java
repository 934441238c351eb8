package dev.tillstream.analytics.firehose;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Whether rows could be delivered lately: asking costs no call and no permission. */
final class DeliveryStreamHealth implements HealthIndicator {

    private final ViewDeliveries deliveries;

    DeliveryStreamHealth(ViewDeliveries deliveries) {
        this.deliveries = deliveries;
    }

    @Override
    public Health health() {
        var refused = deliveries.paused();
        return (refused.isEmpty() ? Health.up() : Health.down())
                .withDetail("refused", refused)
                .build();
    }
}
