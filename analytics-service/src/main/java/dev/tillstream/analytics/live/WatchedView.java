package dev.tillstream.analytics.live;

import io.micrometer.core.instrument.Counter;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A view that somebody watches: looks for news until the last one leaves, then ends. */
final class WatchedView implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(WatchedView.class);

    private final ViewNews news;
    private final LiveSettings settings;
    private final InstantSource clock;
    private final Counter cutOff;
    private final Counter failed;
    private final Set<Watch> watches = ConcurrentHashMap.newKeySet();
    private boolean ended;
    private boolean hasNewcomer;

    WatchedView(
            ViewNews news,
            LiveSettings settings,
            InstantSource clock,
            Counter cutOff,
            Counter failed) {
        this.news = news;
        this.settings = settings;
        this.clock = clock;
        this.cutOff = cutOff;
        this.failed = failed;
    }

    /** False if the view is no longer watched: then another must be started. */
    synchronized boolean add(Watch watch) {
        if (!ended) {
            watches.add(watch);
            hasNewcomer = true;
        }
        return !ended;
    }

    synchronized boolean remove(Watch watch) {
        return watches.remove(watch);
    }

    List<Watch> watches() {
        return List.copyOf(watches);
    }

    @Override
    public void run() {
        try {
            while (isWatched()) {
                look();
                Thread.sleep(settings.poll());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized boolean isWatched() {
        ended = watches.isEmpty();
        if (hasNewcomer) {
            news.startAgain();
            hasNewcomer = false;
        }
        return !ended;
    }

    /** A look that fails is made up for by the next. */
    private void look() {
        try {
            news.look(clock.instant()).forEach(this::tell);
        } catch (RuntimeException e) {
            failed.increment();
            log.warn("Could not look for news: {}", e.toString());
        }
    }

    private void tell(LiveEvent event) {
        for (Watch watch : watches) {
            if (!watch.offer(event)) {
                cutOff.increment();
                watch.close();
            }
        }
    }
}
