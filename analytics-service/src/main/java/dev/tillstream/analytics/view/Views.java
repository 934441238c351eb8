package dev.tillstream.analytics.view;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** All views of one service. */
public record Views(List<View> all) {

    public Views {
        all = List.copyOf(all);
        if (all.isEmpty()) {
            throw new InvalidViewException("(none)", "views", "must be one at least");
        }
        Set<String> names = new HashSet<>();
        Set<String> deliveries = new HashSet<>();
        for (View view : all) {
            if (!names.add(view.name())) {
                throw new InvalidViewException(view.name(), "name", "is another's as well");
            }
            if (!deliveries.add(view.delivery())) {
                throw new InvalidViewException(
                        view.name(),
                        "delivery",
                        "is another's as well, and their rows can't be told apart: "
                                + view.delivery());
            }
        }
    }

    /** What has to be read, each stream once. */
    public List<String> streams() {
        return all.stream().flatMap(view -> view.streams().stream()).distinct().toList();
    }

    public List<View> of(String stream) {
        return all.stream().filter(view -> view.reads(stream)).toList();
    }
}
