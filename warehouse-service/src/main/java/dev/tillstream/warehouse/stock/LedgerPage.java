package dev.tillstream.warehouse.stock;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some of an item's ledger, the latest first.
 *
 * @param last the position to go on after; null if no more entries follow
 */
public record LedgerPage(List<LedgerEntry> entries, @Nullable LedgerPosition last) {

    public LedgerPage {
        entries = List.copyOf(entries);
    }

    /**
     * The first of the entries found.
     *
     * @param limit how many at most; one more found tells that others follow
     */
    public static LedgerPage of(List<LedgerEntry> found, int limit) {
        if (found.size() <= limit) {
            return new LedgerPage(found, null);
        }
        List<LedgerEntry> page = found.subList(0, limit);
        return new LedgerPage(page, LedgerPosition.of(page.getLast()));
    }
}
