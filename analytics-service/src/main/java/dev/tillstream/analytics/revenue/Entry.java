package dev.tillstream.analytics.revenue;

import dev.tillstream.contract.Money;

/**
 * What one event does to its window.
 *
 * @param amount added to the revenue: negative for a return that is subtracted
 */
public record Entry(Identity identity, Money amount, boolean returned) {}
