package dev.tillstream.analytics.local;

import dev.tillstream.analytics.view.View;
import dev.tillstream.analytics.view.Views;
import dev.tillstream.analytics.window.Rejection;
import dev.tillstream.analytics.window.WindowMeter;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What became of the lines. */
final class Counts implements WindowMeter {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Map<String, OfView> views = new LinkedHashMap<>();
    private long lines;
    private long ignored;
    private long quarantined;

    /** Of one view. */
    private static final class OfView {
        private long events;
        private long duplicates;
        private long late;
        private long rows;
        private long corrections;
    }

    Counts(Views views) {
        views.all().forEach(view -> this.views.put(view.name(), new OfView()));
    }

    void line() {
        lines++;
    }

    @Override
    public void ignored() {
        ignored++;
    }

    @Override
    public void counted(View view, boolean late) {
        OfView counts = of(view);
        counts.events++;
        counts.late += late ? 1 : 0;
    }

    @Override
    public void duplicate(View view) {
        of(view).duplicates++;
    }

    @Override
    public void rejected(Rejection.Reason reason) {
        quarantined++;
    }

    @Override
    public void rowStored(View view, boolean correction) {
        OfView counts = of(view);
        counts.rows++;
        counts.corrections += correction ? 1 : 0;
    }

    @Override
    public void rowDelivered(View view) {
        // The same number: what can't be written ends it all.
    }

    @Override
    public void conflict(View view) {
        throw new IllegalStateException("nobody else writes to these windows");
    }

    long quarantined() {
        return quarantined;
    }

    /**
     * One line of JSON: {@code lines} (blank ones left out), {@code ignored} (events that no view
     * takes), {@code quarantined}, and of each view its distinct {@code events}, {@code
     * duplicates}, {@code late} events, {@code rows}, and how many of these are {@code
     * corrections}.
     */
    String toJson() {
        ObjectNode json = JSON.createObjectNode();
        json.put("lines", lines);
        json.put("ignored", ignored);
        json.put("quarantined", quarantined);
        ObjectNode ofViews = json.putObject("views");
        views.forEach((name, counts) ->
                ofViews.putObject(name)
                        .put("events", counts.events)
                        .put("duplicates", counts.duplicates)
                        .put("late", counts.late)
                        .put("rows", counts.rows)
                        .put("corrections", counts.corrections));
        return JSON.writeValueAsString(json);
    }

    private OfView of(View view) {
        OfView counts = views.get(view.name());
        if (counts == null) {
            throw new IllegalStateException("not one of these views: " + view.name());
        }
        return counts;
    }
}
