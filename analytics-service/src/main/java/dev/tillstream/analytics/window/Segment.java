package dev.tillstream.analytics.window;

import java.util.List;

/** What one flush adds to a window: the events' sum, and the identities of exactly those events. */
public record Segment(Totals totals, List<Identity> identities) {

    public Segment {
        identities = List.copyOf(identities);
        if (identities.isEmpty() || identities.size() != totals.events()) {
            throw new IllegalArgumentException(
                    identities.size() + " identities for " + totals.events() + " events");
        }
    }
}
