package dev.tillstream.analytics.revenue;

import dev.tillstream.contract.Money;
import dev.tillstream.contract.SaleRecorded;

/** What is summed, and under which name. */
public record RevenueView(String name, Returns returns) {

    /** What a return does to the revenue. */
    public enum Returns {
        SUBTRACT,
        ADD
    }

    WindowId windowOf(SaleRecorded sale) {
        return WindowId.at(name, sale.storeId(), sale.time());
    }

    Entry entryOf(SaleRecorded sale) {
        Money amount =
                switch (returns) {
                    case SUBTRACT -> sale.revenue();
                    case ADD -> sale.sales();
                };
        return new Entry(Identity.of(sale.identity()), amount, sale.returned());
    }
}
