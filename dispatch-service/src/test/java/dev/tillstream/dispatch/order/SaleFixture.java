package dev.tillstream.dispatch.order;

import dev.tillstream.contract.Money;
import dev.tillstream.contract.RequestId;
import dev.tillstream.contract.SaleRecorded;
import dev.tillstream.contract.Sku;
import dev.tillstream.contract.StoreId;
import java.time.Instant;

/** Sales to make orders of. */
public final class SaleFixture {

    public static final StoreId STORE = new StoreId("United Kingdom");
    public static final Instant TIME = Instant.parse("2010-12-01T08:26:00Z");

    /** When orders are placed. */
    public static final Instant NOW = Instant.parse("2010-12-01T08:26:02.345Z");

    private SaleFixture() {}

    public static SaleRecorded sale(String requestId) {
        return sale(STORE, requestId, TIME, "15.30", false);
    }

    public static SaleRecorded saleReturned(String requestId) {
        return sale(STORE, requestId, TIME, "15.30", true);
    }

    public static SaleRecorded saleOf(String requestId, String sales) {
        return sale(STORE, requestId, TIME, sales, false);
    }

    public static SaleRecorded sale(
            StoreId store, String requestId, Instant time, String sales, boolean returned) {
        return new SaleRecorded(
                store,
                new RequestId(requestId),
                time,
                "WHITE HANGING HEART T-LIGHT HOLDER",
                "Home",
                new Sku("85123A"),
                Money.of(sales),
                returned,
                6,
                "{}");
    }

    public static Order order(SaleRecorded sale) {
        return Order.askedForBy(sale, NOW).orElseThrow();
    }
}
