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
 * @param unplaced the arrivals that views take, but none can count
 * @param ignored how many are none of any view's
 */
record Assignment(
        List<Placed> placed, List<Arrival> unplaced, List<Rejection> rejections, int ignored) {

    /** An entry and its window. */
    record Placed(Arrival arrival, WindowId window, Entry entry) {}

    static Assignment of(Collection<Arrival> arrivals, List<View> views, Limits limits) {
        List<Placed> placed = new ArrayList<>(arrivals.size() * views.size());
        List<Arrival> unplaced = new ArrayList<>();
        List<Rejection> rejections = new ArrayList<>();
        int ignored = 0;
        for (Arrival arrival : arrivals) {
            if (limits.isFuture(arrival.event().time(), arrival.source().arrived())) {
                rejections.add(future(arrival));
                continue;
            }
            int placedBefore = placed.size();
            int rejectedBefore = rejections.size();
            place(arrival, views, placed, rejections);
            if (placed.size() > placedBefore) {
                continue;
            }
            if (rejections.size() > rejectedBefore) {
                unplaced.add(arrival);
            } else {
                ignored++;
            }
        }
        return new Assignment(placed, unplaced, rejections, ignored);
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
