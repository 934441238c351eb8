package dev.tillstream.local.launcher.demo;

import dev.tillstream.contract.SaleRecorded;
import dev.tillstream.contract.StoreEvent;
import dev.tillstream.producer.Outcome;
import dev.tillstream.producer.Tally;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Remembers which sales ingest accepted, to compare them with what is stored. */
final class SentSales implements Outcome {

    private static final Comparator<SaleRecorded> EARLIEST =
            Comparator.comparing(SaleRecorded::time)
                    .thenComparingInt(sale -> sale.requestId().value().length())
                    .thenComparing(sale -> sale.requestId().value());

    private final Tally tally = new Tally();
    private final Set<String> accepted = new HashSet<>();
    private @Nullable SaleRecorded first;

    @Override
    public synchronized void accepted(StoreEvent event) {
        tally.accepted(event);
        if (event instanceof SaleRecorded sale) {
            accepted.add(sale.identity().id());
            if (!sale.returned() && (first == null || EARLIEST.compare(sale, first) < 0)) {
                first = sale;
            }
        }
    }

    @Override
    public void rejected(StoreEvent event, String reason) {
        tally.rejected(event, reason);
    }

    Tally tally() {
        return tally;
    }

    /** Of the sales that ingest accepted. */
    synchronized Set<String> identities() {
        return Set.copyOf(accepted);
    }

    /** The earliest sale that is no return, if there was any, for a closer look. */
    synchronized @Nullable SaleRecorded first() {
        return first;
    }
}
