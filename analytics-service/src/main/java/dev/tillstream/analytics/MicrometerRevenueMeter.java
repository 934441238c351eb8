package dev.tillstream.analytics;

import dev.tillstream.analytics.revenue.Rejection;
import dev.tillstream.analytics.revenue.RevenueMeter;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** Counts into Micrometer. */
final class MicrometerRevenueMeter implements RevenueMeter {

    private static final String PREFIX = "tillstream.analytics.";

    private final MeterRegistry registry;
    private final String view;
    private final Counter events;
    private final Counter late;
    private final Counter duplicates;
    private final Counter rows;
    private final Counter corrections;
    private final Counter delivered;
    private final Counter conflicts;

    MicrometerRevenueMeter(MeterRegistry registry, String view) {
        this.registry = registry;
        this.view = view;
        events = counter("events", "Events added to a window");
        late = counter("late", "Those of them that came after the window's first row");
        duplicates = counter("duplicates", "Events that a window had counted before");
        rows = counter("rows", "Rows stored");
        corrections = counter("corrections", "Those of them that correct an earlier row");
        delivered = counter("rows.delivered", "Rows accepted by the delivery stream");
        conflicts = counter("conflicts", "Writes lost to another worker of the same shard");
    }

    @Override
    public void counted(boolean isLate) {
        events.increment();
        if (isLate) {
            late.increment();
        }
    }

    @Override
    public void duplicate() {
        duplicates.increment();
    }

    @Override
    public void rejected(Rejection.Reason reason) {
        builder("quarantined", "Records kept in quarantine")
                .tag("reason", reason.toString())
                .register(registry)
                .increment();
    }

    @Override
    public void rowStored(boolean correction) {
        rows.increment();
        if (correction) {
            corrections.increment();
        }
    }

    @Override
    public void rowsDelivered(int count) {
        delivered.increment(count);
    }

    @Override
    public void conflict() {
        conflicts.increment();
    }

    private Counter counter(String name, String description) {
        return builder(name, description).register(registry);
    }

    private Counter.Builder builder(String name, String description) {
        return Counter.builder(PREFIX + name).description(description).tag("view", view);
    }
}
