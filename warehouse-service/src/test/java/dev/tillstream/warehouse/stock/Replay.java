package dev.tillstream.warehouse.stock;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** The plain way to a level: the whole ledger of an item, told again in the order of time. */
public final class Replay {

    /** Of one second: first the moves, for a count of that second has them, then the counts. */
    private static final Comparator<LedgerEntry> AS_IT_HAPPENED =
            Comparator.comparing(LedgerEntry::occurred)
                    .thenComparing(StockCounted.class::isInstance)
                    .thenComparing(entry -> entry.requestId().value());

    private Replay() {}

    public static long onHand(Collection<LedgerEntry> ledger) {
        List<LedgerEntry> told = new ArrayList<>(ledger);
        told.sort(AS_IT_HAPPENED);
        long onHand = 0;
        for (LedgerEntry entry : told) {
            onHand =
                    switch (entry) {
                        case StockMoved moved -> onHand + moved.quantity();
                        case StockCounted counted -> counted.quantity();
                    };
        }
        return onHand;
    }
}
