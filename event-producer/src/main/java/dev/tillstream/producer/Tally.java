package dev.tillstream.producer;

import dev.tillstream.contract.Money;
import dev.tillstream.contract.SaleRecorded;
import dev.tillstream.contract.StoreEvent;
import java.util.ArrayList;
import java.util.List;

/** Counts what became of the events, and adds up the money of the accepted sales. */
public final class Tally implements Outcome {

    private static final int REASONS_KEPT = 5;

    private long accepted;
    private long rejected;
    private Money sales = Money.ZERO;
    private final List<String> reasons = new ArrayList<>();

    /** One that goes on where another one was. */
    public static Tally resumed(long accepted, long rejected, String sales) {
        Tally tally = new Tally();
        tally.accepted = accepted;
        tally.rejected = rejected;
        tally.sales = Money.of(sales);
        return tally;
    }

    @Override
    public synchronized void accepted(StoreEvent event) {
        accepted++;
        if (event instanceof SaleRecorded sale) {
            sales = sales.plus(sale.revenue());
        }
    }

    @Override
    public synchronized void rejected(StoreEvent event, String reason) {
        rejected++;
        if (reasons.size() < REASONS_KEPT) {
            reasons.add(event.requestId() + ": " + reason);
        }
    }

    public synchronized long accepted() {
        return accepted;
    }

    public synchronized long rejected() {
        return rejected;
    }

    /** Accepted sales minus accepted returns. */
    public synchronized Money sales() {
        return sales;
    }

    /** Why events were rejected: the first few. */
    public synchronized List<String> reasons() {
        return List.copyOf(reasons);
    }

    /**
     * One line of JSON, for example {@code
     * {"status":true,"record_count":3108,"tot_sales":58635.56}}.
     */
    public synchronized String toJson(boolean status) {
        return "{\"status\":%b,\"record_count\":%d,\"tot_sales\":%s}"
                .formatted(status, accepted, sales);
    }
}
