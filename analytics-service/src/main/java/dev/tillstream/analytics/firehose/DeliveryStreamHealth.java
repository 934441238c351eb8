package dev.tillstream.analytics.firehose;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Whether rows could be delivered lately: asking costs no call and no permission. */
final class DeliveryStreamHealth implements HealthIndicator {

    private final FirehoseDelivery delivery;
    private final String deliveryStream;

    DeliveryStreamHealth(FirehoseDelivery delivery, FirehoseSettings settings) {
        this.delivery = delivery;
        this.deliveryStream = settings.deliveryStream();
    }

    @Override
    public Health health() {
        return (delivery.isPaused() ? Health.down() : Health.up())
                .withDetail("deliveryStream", deliveryStream)
                .build();
    }
}
