package dev.tillstream.analytics.live;

import dev.tillstream.analytics.history.History;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.InstantSource;

/** Live views that look often, and bear little. */
public final class LiveFixture {

    public static final LiveSettings SETTINGS =
            new LiveSettings(
                    Duration.ofMillis(100),
                    Duration.ofMillis(100),
                    Duration.ofSeconds(30),
                    Duration.ofHours(1),
                    Duration.ofSeconds(5),
                    Duration.ofMinutes(5),
                    2,
                    10,
                    4);

    private LiveFixture() {}

    public static LiveViews views(History history, InstantSource clock) {
        return new LiveViews(history, SETTINGS, clock, new SimpleMeterRegistry());
    }
}
