package dev.tillstream.analytics.history;

import dev.tillstream.contract.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a window's latest row came to be.
 *
 * @param revision 0 for its first row
 * @param at when it was stored, by the clock of the worker that did; null if the window is of a
 *     time when that wasn't noted
 * @param corrected what its corrections added to the amount of its first row; null likewise
 */
public record Publication(long revision, @Nullable Instant at, @Nullable Money corrected) {}
