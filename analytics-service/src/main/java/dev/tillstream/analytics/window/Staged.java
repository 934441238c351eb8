package dev.tillstream.analytics.window;

import dev.tillstream.contract.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * What the table lacks of one window: entries in the order of arrival, at least one.
 *
 * <p>They are summed as they come. At the flush most have left the processor's caches: only their
 * identities are asked for again.
 */
final class Staged {

    /** Where there are many windows, each gets one or two between two flushes. */
    private static final int USUAL = 2;

    private final List<Entry> entries = new ArrayList<>(USUAL);
    private BigDecimal amount = Money.ZERO.amount();
    private long returns;

    void add(Entry entry) {
        entries.add(entry);
        amount = amount.add(entry.amount().amount());
        returns += entry.returned() ? 1 : 0;
    }

    List<Entry> entries() {
        return entries;
    }

    Segment segment(boolean areLate) {
        var identities = new Identity[entries.size()];
        for (int i = 0; i < identities.length; i++) {
            identities[i] = entries.get(i).identity();
        }
        long late = areLate ? identities.length : 0;
        Totals totals = new Totals(new Money(amount), identities.length, returns, late);
        return new Segment(totals, List.of(identities));
    }
}
