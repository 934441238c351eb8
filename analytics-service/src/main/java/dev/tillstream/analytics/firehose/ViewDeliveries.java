package dev.tillstream.analytics.firehose;

import dev.tillstream.analytics.view.View;
import dev.tillstream.analytics.window.Row;
import dev.tillstream.analytics.window.RowDelivery;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Sends each row to its view's delivery stream: one that is down holds up no other view. */
final class ViewDeliveries implements RowDelivery {

    private final Map<String, FirehoseDelivery> byView;

    /**
     * The delivery streams of all views.
     *
     * @param byView by the view's name
     */
    ViewDeliveries(Map<String, FirehoseDelivery> byView) {
        this.byView = Map.copyOf(byView);
    }

    @Override
    public List<Row> deliver(List<Row> rows) {
        Map<View, List<Row>> ofViews =
                rows.stream()
                        .collect(
                                Collectors.groupingBy(
                                        row -> row.window().view(),
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        List<Row> accepted = new ArrayList<>();
        ofViews.forEach((view, some) -> accepted.addAll(of(view).deliver(some)));
        return accepted;
    }

    /** Views whose delivery stream has just refused all attempts. */
    List<String> paused() {
        return byView.entrySet().stream()
                .filter(each -> each.getValue().isPaused())
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    private FirehoseDelivery of(View view) {
        FirehoseDelivery delivery = byView.get(view.name());
        if (delivery == null) {
            throw new IllegalStateException("no delivery stream for " + view.name());
        }
        return delivery;
    }
}
