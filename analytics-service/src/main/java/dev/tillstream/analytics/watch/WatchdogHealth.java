package dev.tillstream.analytics.watch;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Down while a consumer is stuck, and up again should it move. */
public final class WatchdogHealth implements HealthIndicator {

    private final Watchdog watchdog;

    public WatchdogHealth(Watchdog watchdog) {
        this.watchdog = watchdog;
    }

    @Override
    public Health health() {
        Map<String, Duration> stuck = watchdog.stuck();
        Health.Builder health = stuck.isEmpty() ? Health.up() : Health.down();
        stuck.forEach((shard, time) ->
                health.withDetail(shard, "no sign of life for %d s".formatted(time.toSeconds())));
        return health.build();
    }
}
