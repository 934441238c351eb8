package dev.tillstream.ingest.bus;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.DescribeEventBusRequest;

/** Asks AWS whether the bus is there and we may see it. */
final class BusHealthIndicator implements HealthIndicator {

    private final EventBridgeClient client;
    private final BusSettings settings;

    BusHealthIndicator(EventBridgeClient client, BusSettings settings) {
        this.client = client;
        this.settings = settings;
    }

    @Override
    public Health health() {
        Health.Builder health = new Health.Builder().withDetail("bus", settings.name());
        try {
            client.describeEventBus(request());
            return health.up().build();
        } catch (SdkException e) {
            return health.down(e).build();
        }
    }

    private DescribeEventBusRequest request() {
        return DescribeEventBusRequest.builder()
                .name(settings.name())
                .overrideConfiguration(o -> o.apiCallTimeout(settings.healthTimeout()))
                .build();
    }
}
