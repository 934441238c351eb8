package dev.tillstream.access.known;

import java.time.Duration;

/**
 * How long an answer of the table is relied on.
 *
 * @param known a key that is there: so a revocation is seen after this at the latest
 * @param unknown an id that isn't there
 * @param outage a key that is there, while the table can't be asked
 * @param size the most keys remembered, and as many ids that aren't there
 * @param lookups the most questions under way at once
 */
public record Freshness(Duration known, Duration unknown, Duration outage, int size, int lookups) {

    public Freshness {
        if (known.isNegative() || unknown.isNegative() || outage.compareTo(known) < 0) {
            throw new IllegalArgumentException(
                    "times must not be negative, and outage at least known");
        }
        if (size < 1 || lookups < 1) {
            throw new IllegalArgumentException("size and lookups must be positive");
        }
    }
}
