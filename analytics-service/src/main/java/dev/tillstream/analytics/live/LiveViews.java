package dev.tillstream.analytics.live;

import dev.tillstream.analytics.history.History;
import dev.tillstream.analytics.history.Mark;
import dev.tillstream.analytics.history.Standing;
import dev.tillstream.analytics.view.View;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/**
 * Those who watch, and one thread for each view that is watched, which looks into the table for all
 * of them. A view that nobody watches costs nothing.
 */
public final class LiveViews implements SmartLifecycle {

    private final History history;
    private final LiveSettings settings;
    private final InstantSource clock;
    private final Counter cutOff;
    private final Counter failed;
    private final Map<String, WatchedView> watched = new HashMap<>();
    private int watchers;
    private boolean running;

    LiveViews(History history, LiveSettings settings, InstantSource clock, MeterRegistry registry) {
        this.history = history;
        this.settings = settings;
        this.clock = clock;
        this.cutOff =
                Counter.builder("tillstream.analytics.live.cut.off")
                        .description("Watchers that left too much unread")
                        .register(registry);
        this.failed =
                Counter.builder("tillstream.analytics.live.failed")
                        .description("Looks into the table that failed")
                        .register(registry);
        Gauge.builder("tillstream.analytics.live.watchers", this, LiveViews::watchers)
                .description("Those who watch a view now")
                .register(registry);
    }

    /**
     * Begins to watch.
     *
     * @param after when the last row was stored that the watcher knows of; null for whoever begins
     * @throws TooManyWatchersException if there is no room
     */
    public Watch watch(View view, @Nullable Instant after) {
        reserve();
        var watch = new Watch(view, settings.queue(), this::leave);
        // First this, so that nothing falls between what was missed and what comes.
        join(watch);
        if (after != null) {
            try {
                watch.missed(missed(view, after));
            } catch (RuntimeException e) {
                watch.close();
                throw e;
            }
        }
        return watch;
    }

    private synchronized void reserve() {
        if (!running) {
            throw new TooManyWatchersException("The service is about to stop.");
        }
        if (watchers == settings.watchers()) {
            throw new TooManyWatchersException(
                    "There are %d watchers already.".formatted(watchers));
        }
        watchers++;
    }

    /** What was stored since, and up to the overlap before: a row seen twice does no harm. */
    private List<LiveEvent> missed(View view, Instant after) {
        if (after.isBefore(clock.instant().minus(settings.backlog()))) {
            return List.of(new LiveEvent.Gap());
        }
        List<Mark> marks =
                history.changes(view, after.minus(settings.overlap()), settings.windows());
        if (marks.size() == settings.windows()) {
            return List.of(new LiveEvent.Gap());
        }
        List<LiveEvent> rows = new ArrayList<>();
        history.standings(view, marks.stream().map(Mark::window).toList()).stream()
                .filter(Standing::isFinal)
                .forEach(standing -> rows.add(new LiveEvent.RowStored(standing)));
        return rows;
    }

    private synchronized void join(Watch watch) {
        WatchedView view = watched.get(watch.view().name());
        if (view == null || !view.add(watch)) {
            var started =
                    new WatchedView(
                            new ViewNews(
                                    history,
                                    watch.view(),
                                    settings,
                                    clock.instant().minus(settings.overlap())),
                            settings,
                            clock,
                            cutOff,
                            failed);
            started.add(watch);
            watched.put(watch.view().name(), started);
            Thread.ofVirtual().name("live-" + watch.view().name()).start(started);
        }
    }

    private synchronized void leave(Watch watch) {
        WatchedView view = watched.get(watch.view().name());
        if (view != null && view.remove(watch)) {
            watchers--;
        }
    }

    private synchronized int watchers() {
        return watchers;
    }

    @Override
    public synchronized void start() {
        running = true;
    }

    /** All are told to come again, to another instance or to the next. */
    @Override
    public void stop() {
        List<Watch> all = new ArrayList<>();
        synchronized (this) {
            running = false;
            watched.values().forEach(view -> all.addAll(view.watches()));
        }
        all.forEach(Watch::close);
    }

    @Override
    public synchronized boolean isRunning() {
        return running;
    }
}
