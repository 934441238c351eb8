package dev.tillstream.analytics.window;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Windows whose first row can't be due before their end and grace have come, by that time. */
final class WaitingWindows {

    private final NavigableMap<Instant, Set<Window>> byDue = new TreeMap<>();

    void add(Window window) {
        byDue.computeIfAbsent(dueOf(window), due -> new LinkedHashSet<>()).add(window);
    }

    void remove(Window window) {
        Set<Window> some = byDue.get(dueOf(window));
        if (some != null && some.remove(window) && some.isEmpty()) {
            byDue.remove(dueOf(window));
        }
    }

    /** Takes out those that close, and looks at none that is due after the horizon. */
    List<Window> takeDue(Instant horizon, Predicate<Window> closes) {
        List<Window> taken = new ArrayList<>();
        Collection<Set<Window>> reached = byDue.headMap(horizon, true).values();
        for (Set<Window> some : reached) {
            some.removeIf(window -> closes.test(window) && taken.add(window));
        }
        reached.removeIf(Set::isEmpty);
        return taken;
    }

    private static Instant dueOf(Window window) {
        WindowId id = window.id();
        return id.view().timing().dueOf(id.end());
    }
}
