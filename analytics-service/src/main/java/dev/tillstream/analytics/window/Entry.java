package dev.tillstream.analytics.window;

import dev.tillstream.contract.Money;

/**
 * What one event does to its window.
 *
 * @param amount added to the measure: negative for a return that is subtracted
 */
public record Entry(Identity identity, Money amount, boolean returned) {}
