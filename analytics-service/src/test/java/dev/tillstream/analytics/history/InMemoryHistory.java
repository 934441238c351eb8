package dev.tillstream.analytics.history;

import dev.tillstream.analytics.view.Key;
import dev.tillstream.analytics.view.View;
import dev.tillstream.analytics.window.Totals;
import dev.tillstream.analytics.window.WindowId;
import dev.tillstream.contract.Money;
import dev.tillstream.contract.StoreId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/** The table's promise to readers, in memory; text order, which is the table's for plain names. */
public final class InMemoryHistory implements History {

    private final NavigableMap<String, Standing> standings = new ConcurrentSkipListMap<>();
    private volatile boolean broken;

    /** A window that has no row yet. */
    public WindowId run(View view, String time, String amount, long events, String... key) {
        WindowId window = windowOf(view, time, key);
        put(new Standing(window, totals(amount, events), null));
        return window;
    }

    /** A window's row, its first or a correction. */
    public WindowId store(
            View view,
            String time,
            String amount,
            long events,
            long revision,
            Instant at,
            String... key) {
        WindowId window = windowOf(view, time, key);
        Money corrected = revision == 0 ? Money.ZERO : Money.of("0.50");
        put(new Standing(window, totals(amount, events), new Publication(revision, at, corrected)));
        return window;
    }

    /** From now on nothing is answered, until it is mended. */
    public void breakDown(boolean isBroken) {
        broken = isBroken;
    }

    @Override
    public Page page(Query query, int limit, @Nullable String after) {
        List<Standing> found =
                of(query.view()).stream()
                        .filter(standing -> !standing.window().start().isBefore(query.from()))
                        .filter(standing -> standing.window().start().isBefore(query.to()))
                        .filter(standing -> query.wants(standing.window()))
                        .filter(standing ->
                                after == null || standing.window().toString().compareTo(after) > 0)
                        .limit(limit + 1L)
                        .toList();
        List<Standing> page = found.subList(0, Math.min(limit, found.size()));
        return new Page(page, found.size() > limit ? page.getLast().window().toString() : null);
    }

    @Override
    public List<Mark> changes(View view, Instant since, int limit) {
        List<Mark> marks = new ArrayList<>();
        for (Standing standing : of(view)) {
            Publication publication = standing.publication();
            if (publication != null && publication.at() != null) {
                marks.add(new Mark(standing.window(), publication.at()));
            }
        }
        return marks.stream()
                .filter(mark -> !mark.changed().isBefore(since))
                .sorted(Comparator.comparing(Mark::changed))
                .limit(limit)
                .toList();
    }

    @Override
    public List<WindowId> open(View view, int limit) {
        return of(view).stream()
                .filter(standing -> !standing.isFinal())
                .map(Standing::window)
                .limit(limit)
                .toList();
    }

    @Override
    public List<Standing> standings(View view, Collection<WindowId> windows) {
        return windows.stream()
                .map(window -> standings.get(window.toString()))
                .filter(Objects::nonNull)
                .toList();
    }

    private void put(Standing standing) {
        standings.put(standing.window().toString(), standing);
    }

    private List<Standing> of(View view) {
        if (broken) {
            throw new IllegalStateException("a secret of the table");
        }
        return standings.values().stream()
                .filter(standing -> standing.window().view().name().equals(view.name()))
                .toList();
    }

    private static WindowId windowOf(View view, String time, String... key) {
        return WindowId.at(
                view,
                new Key(new StoreId(key[0]), List.of(key).subList(1, key.length)),
                Instant.parse(time));
    }

    private static Totals totals(String amount, long events) {
        return new Totals(Money.of(amount), events, 0, 0);
    }
}
