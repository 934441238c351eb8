package dev.tillstream.analytics.live;

import dev.tillstream.analytics.history.History;
import dev.tillstream.analytics.history.Mark;
import dev.tillstream.analytics.history.Standing;
import dev.tillstream.analytics.view.View;
import dev.tillstream.analytics.window.Totals;
import dev.tillstream.analytics.window.WindowId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is new in one view since the last look. Not thread-safe. */
final class ViewNews {

    private final History history;
    private final View view;
    private final LiveSettings settings;

    /** Rows that were told, of the time that is looked at again. */
    private final Set<Mark> told = new HashSet<>();

    private Map<WindowId, Totals> running = new HashMap<>();
    private Instant since;
    private Instant runningDue = Instant.MIN;

    ViewNews(History history, View view, LiveSettings settings, Instant start) {
        this.history = history;
        this.view = view;
        this.settings = settings;
        this.since = start;
    }

    List<LiveEvent> look(Instant now) {
        List<LiveEvent> news = new ArrayList<>();
        rows(now).forEach(standing -> news.add(new LiveEvent.RowStored(standing)));
        if (!now.isBefore(runningDue)) {
            running().forEach(standing -> news.add(new LiveEvent.Running(standing)));
            runningDue = now.plus(settings.running());
        }
        return news;
    }

    private List<Standing> rows(Instant now) {
        List<Mark> marks = history.changes(view, since, settings.windows());
        List<Mark> fresh = marks.stream().filter(mark -> !told.contains(mark)).toList();
        List<Standing> standings =
                fresh.isEmpty()
                        ? List.of()
                        : history.standings(view, fresh.stream().map(Mark::window).toList());
        told.addAll(fresh);
        Instant next = now.minus(settings.overlap());
        if (marks.size() == settings.windows()) {
            // There is more: go on from there, for the overlap may hold more than one look tells.
            next = marks.getLast().changed();
        }
        if (next.isAfter(since)) {
            since = next;
        }
        told.removeIf(mark -> mark.changed().isBefore(since));
        return standings.stream().filter(Standing::isFinal).toList();
    }

    private List<Standing> running() {
        List<WindowId> open = history.open(view, settings.windows());
        Map<WindowId, Totals> latest = new HashMap<>();
        List<Standing> changed = new ArrayList<>();
        for (Standing standing : history.standings(view, open)) {
            if (!standing.isFinal()) {
                latest.put(standing.window(), standing.totals());
                if (!standing.totals().equals(running.get(standing.window()))) {
                    changed.add(standing);
                }
            }
        }
        running = latest;
        return changed;
    }

    /** Tells of all running windows again: there is somebody new. */
    void startAgain() {
        running = new HashMap<>();
        runningDue = Instant.MIN;
    }
}
