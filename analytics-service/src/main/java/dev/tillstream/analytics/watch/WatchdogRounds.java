package dev.tillstream.analytics.watch;

import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Sends the watchdog on its rounds while the application runs. */
public final class WatchdogRounds implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(WatchdogRounds.class);

    private final Watchdog watchdog;
    private volatile @Nullable ScheduledExecutorService rounds;

    public WatchdogRounds(Watchdog watchdog) {
        this.watchdog = watchdog;
    }

    @Override
    public void start() {
        ScheduledExecutorService started =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().name("watchdog").daemon().factory());
        long millis = watchdog.round().toMillis();
        // With delay, not at a rate: rounds that were missed in a pause are not made up for.
        Future<?> unused =
                started.scheduleWithFixedDelay(this::look, millis, millis, TimeUnit.MILLISECONDS);
        rounds = started;
    }

    private void look() {
        try {
            watchdog.look();
        } catch (RuntimeException e) {
            // Thrown on, it would be the last round.
            log.error("The watchdog could not look", e);
        }
    }

    @Override
    public void stop() {
        ScheduledExecutorService stopped = rounds;
        if (stopped != null) {
            stopped.shutdownNow();
            rounds = null;
        }
    }

    @Override
    public boolean isRunning() {
        return rounds != null;
    }
}
