package dev.tillstream.producer.store;

import dev.tillstream.contract.StoreEvent;
import dev.tillstream.producer.EventSource;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Queue;
import java.util.random.RandomGenerator;

/**
 * Invented stores whose shelves are counted when they open, and which then trade at an even rate.
 *
 * <p>The same seed gives the same events, but for their times.
 */
public final class RandomStores implements EventSource {

    /** Events are handed out as they fall due, together: half a second's worth. */
    private static final Duration TICK = Duration.ofMillis(500);

    private final StoreSettings settings;
    private final InstantSource clock;
    private final Pace pace;
    private final Trade trade;
    private final Instant opened;
    private final Queue<StoreEvent> counts = new ArrayDeque<>();
    private long traded;

    public RandomStores(StoreSettings settings, RandomGenerator random, InstantSource clock) {
        this(settings, random, clock, Thread::sleep);
    }

    RandomStores(StoreSettings settings, RandomGenerator random, InstantSource clock, Pace pace) {
        this.settings = settings;
        this.clock = clock;
        this.pace = pace;
        opened = clock.instant();
        trade = new Trade(settings, random);
        // A second before any sale: a count sets the level at its time, whatever arrives first.
        counts.addAll(trade.countShelves(opened.minusSeconds(1)));
    }

    @Override
    public List<StoreEvent> next(int limit) throws InterruptedException {
        if (!counts.isEmpty()) {
            return take(counts, limit);
        }
        while (true) {
            Duration open = open();
            long due = due(open) - traded;
            if (due > 0) {
                return trade((int) Math.min(due, limit));
            }
            if (settings.duration() != null && open.compareTo(settings.duration()) >= 0) {
                return List.of();
            }
            pace.pause(TICK);
        }
    }

    @Override
    public OptionalDouble done() {
        if (settings.duration() == null) {
            return OptionalDouble.empty();
        }
        long all = trade.shelves() + due(settings.duration());
        return OptionalDouble.of((double) (trade.shelves() - counts.size() + traded) / all);
    }

    @Override
    public void close() {
        // Nothing is held.
    }

    private Duration open() {
        Duration open = Duration.between(opened, clock.instant());
        Duration whole = settings.duration();
        return whole != null && open.compareTo(whole) > 0 ? whole : open;
    }

    /** Rounded up, so that trade begins as soon as the stores open. */
    private long due(Duration open) {
        long perMinute = settings.eventsPerMinute();
        return Math.ceilDiv(open.toMillis() * perMinute, Duration.ofMinutes(1).toMillis());
    }

    private List<StoreEvent> trade(int events) {
        Instant now = clock.instant();
        List<StoreEvent> happened = new ArrayList<>(events);
        for (int i = 0; i < events; i++) {
            happened.add(trade.next(now));
        }
        traded += events;
        return happened;
    }

    private static List<StoreEvent> take(Queue<StoreEvent> queue, int limit) {
        List<StoreEvent> taken = new ArrayList<>();
        while (taken.size() < limit && !queue.isEmpty()) {
            taken.add(queue.remove());
        }
        return taken;
    }
}
