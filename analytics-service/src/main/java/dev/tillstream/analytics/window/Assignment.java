package dev.tillstream.analytics.window;

import dev.tillstream.analytics.view.Reading;
import dev.tillstream.analytics.view.View;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Which windows some arrivals belong to: decided before anything is counted, so that windows can be
 * read all at once, and nothing is counted by halves if that fails.
 *
 * @param heard the arrivals that move their store's clock
 * @param ignored how many are none of any view's
 */
record Assignment(
        List<Placed> placed, List<Arrival> heard, List<Rejection> rejections, int ignored) {

    /** An entry and its window. */
    record Placed(Arrival arrival, WindowId window, Entry entry) {}

    static Assignment of(Collection<Arrival> arrivals, List<View> views, Limits limits) {
        List<Placed> placed = new ArrayList<>(arrivals.size() * views.size());
        List<Arrival> heard = new ArrayList<>(arrivals.size());
        List<Rejection> rejections = new ArrayList<>();
        int ignored = 0;
        for (Arrival arrival : arrivals) {
            if (limits.isFuture(arrival.event().time(), arrival.source().arrived())) {
                rejections.add(future(arrival));
                continue;
            }
            int before = placed.size() + rejections.size();
            place(arrival, views, placed, rejections);
            if (placed.size() + rejections.size() == before) {
                ignored++;
            } else {
                heard.add(arrival);
            }
        }
        return new Assignment(placed, heard, rejections, ignored);
    }

    private static void place(
            Arrival arrival, List<View> views, List<Placed> placed, List<Rejection> rejections) {
        Identity identity = null;
        for (View view : views) {
            switch (view.read(arrival.event(), arrival.fields())) {
                case Reading.Part part -> {
                    if (identity == null) {
                        identity = Identity.of(arrival.event().identity());
                    }
                    placed.add(
                            new Placed(
                                    arrival,
                                    WindowId.at(view, part.key(), arrival.event().time()),
                                    new Entry(identity, part.amount(), part.returned())));
                }
                case Reading.Unusable unusable ->
                        rejections.add(
                                new Rejection(
                                        arrival.source(),
                                        Rejection.Reason.UNUSABLE,
                                        unusable.reason(),
                                        arrival.event(),
                                        view.name()));
                case Reading.Nothing nothing -> {}
            }
        }
    }

    private static Rejection future(Arrival arrival) {
        return new Rejection(
                arrival.source(),
                Rejection.Reason.FUTURE,
                "its time lies beyond its arrival",
                arrival.event(),
                null);
    }
}
