package dev.tillstream.producer;

import dev.tillstream.contract.Money;
import dev.tillstream.contract.RequestId;
import dev.tillstream.contract.SaleRecorded;
import dev.tillstream.contract.Sku;
import dev.tillstream.contract.StoreEvent;
import dev.tillstream.contract.StoreId;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** Sales for tests. */
public final class EventFixture {

    private EventFixture() {}

    public static SaleRecorded sale(String requestId, String sales, boolean returned) {
        return sale("store_1", requestId, sales, returned);
    }

    /** A sale of 1.00. */
    public static SaleRecorded saleOf(String store, String requestId) {
        return sale(store, requestId, "1.00", false);
    }

    private static SaleRecorded sale(
            String store, String requestId, String sales, boolean returned) {
        return new SaleRecorded(
                new StoreId(store),
                new RequestId(requestId),
                Instant.parse("2026-01-05T10:00:00Z"),
                "Kite",
                "Toys",
                new Sku("TY-6002"),
                Money.of(sales),
                returned,
                1,
                "{}");
    }

    /** Sales of 1.00 each, with the request ids 0, 1, 2 and so on. */
    public static List<StoreEvent> sales(int count) {
        return IntStream.range(0, count)
                .<StoreEvent>mapToObj(i -> sale(String.valueOf(i), "1.00", false))
                .toList();
    }
}
