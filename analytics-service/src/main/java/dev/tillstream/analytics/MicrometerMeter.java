package dev.tillstream.analytics;

import dev.tillstream.analytics.view.View;
import dev.tillstream.analytics.view.Views;
import dev.tillstream.analytics.window.Rejection;
import dev.tillstream.analytics.window.WindowMeter;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** Counts into Micrometer. */
final class MicrometerMeter implements WindowMeter {

    private static final String PREFIX = "tillstream.analytics.";

    private final MeterRegistry registry;
    private final Counter ignored;
    private final Map<String, ViewCounters> views = new HashMap<>();

    MicrometerMeter(MeterRegistry registry, Views views) {
        this.registry = registry;
        this.ignored = builder("ignored", "Events that no view takes").register(registry);
        views.all().forEach(view -> this.views.put(view.name(), ViewCounters.of(registry, view)));
    }

    private record ViewCounters(
            Counter events,
            Counter late,
            Counter duplicates,
            Counter rows,
            Counter corrections,
            Counter delivered,
            Counter conflicts) {

        static ViewCounters of(MeterRegistry registry, View view) {
            return new ViewCounters(
                    counter(registry, view, "events", "Events added to a window"),
                    counter(registry, view, "late", "Those that came after its first row"),
                    counter(registry, view, "duplicates", "Events counted before"),
                    counter(registry, view, "rows", "Rows stored"),
                    counter(registry, view, "corrections", "Those that correct an earlier row"),
                    counter(registry, view, "rows.delivered", "Rows that were accepted"),
                    counter(registry, view, "conflicts", "Writes lost to another worker"));
        }

        private static Counter counter(
                MeterRegistry registry, View view, String name, String description) {
            return builder(name, description).tag("view", view.name()).register(registry);
        }
    }

    @Override
    public void ignored() {
        ignored.increment();
    }

    @Override
    public void counted(View view, boolean isLate) {
        of(view).events().increment();
        if (isLate) {
            of(view).late().increment();
        }
    }

    @Override
    public void duplicate(View view) {
        of(view).duplicates().increment();
    }

    @Override
    public void rejected(Rejection.Reason reason) {
        builder("quarantined", "Records kept in quarantine")
                .tag("reason", reason.toString())
                .register(registry)
                .increment();
    }

    @Override
    public void rowStored(View view, boolean correction) {
        of(view).rows().increment();
        if (correction) {
            of(view).corrections().increment();
        }
    }

    @Override
    public void rowDelivered(View view) {
        of(view).delivered().increment();
    }

    @Override
    public void conflict(View view) {
        of(view).conflicts().increment();
    }

    private ViewCounters of(View view) {
        return Objects.requireNonNull(views.get(view.name()));
    }

    private static Counter.Builder builder(String name, String description) {
        return Counter.builder(PREFIX + name).description(description);
    }
}
