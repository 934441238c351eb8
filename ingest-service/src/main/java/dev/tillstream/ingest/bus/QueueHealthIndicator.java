package dev.tillstream.ingest.bus;

import dev.tillstream.publisher.shared.SharedPublisher.Depth;
import dev.tillstream.publisher.shared.SharingSettings;
import java.util.function.Supplier;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Tells how much is held for the bus; down while there is no room for more. */
record QueueHealthIndicator(Supplier<Depth> depth, SharingSettings settings)
        implements HealthIndicator {

    @Override
    public Health health() {
        Depth now = depth.get();
        boolean full = now.held() >= settings.maxEvents() || now.heldBytes() >= settings.maxBytes();
        return (full ? Health.down() : Health.up())
                .withDetail("waiting", now.waiting())
                .withDetail("held", now.held())
                .withDetail("bytes", now.heldBytes())
                .withDetail("calls", now.calls())
                .build();
    }
}
