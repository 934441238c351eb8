package dev.tillstream.local.audit;

import java.util.Set;

/**
 * A window as analytics keeps it.
 *
 * @param counted what its segments add up to
 * @param identities of the events it counted, as 32 hex digits
 * @param row the latest stored row, {@link Published#NOTHING} before the first
 */
public record WindowRecord(Tally counted, Set<String> identities, Published row) {}
