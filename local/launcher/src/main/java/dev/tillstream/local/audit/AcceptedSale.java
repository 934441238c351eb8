package dev.tillstream.local.audit;

import dev.tillstream.contract.SaleRecorded;

/** A sale that the bus accepted, as the first delivery of its identity says it. */
public record AcceptedSale(Minute minute, Tally tally, boolean returned) {

    public static AcceptedSale of(SaleRecorded sale) {
        return new AcceptedSale(
                Minute.of(sale.storeId().value(), sale.time()),
                new Tally(1, sale.revenue()),
                sale.returned());
    }
}
