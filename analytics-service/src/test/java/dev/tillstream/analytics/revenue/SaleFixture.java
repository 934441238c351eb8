package dev.tillstream.analytics.revenue;

import dev.tillstream.contract.Money;
import dev.tillstream.contract.RequestId;
import dev.tillstream.contract.SaleRecorded;
import dev.tillstream.contract.Sku;
import dev.tillstream.contract.StoreId;
import java.nio.ByteBuffer;
import java.time.Instant;

/** Sales of a quiet day, one field of interest at a time. */
public final class SaleFixture {

    public static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private SaleFixture() {}

    public static SaleRecorded sale(String store, String requestId, Instant time, String sales) {
        return sale(store, requestId, time, sales, false);
    }

    public static SaleRecorded sale(
            String store, String requestId, Instant time, String sales, boolean returned) {
        return new SaleRecorded(
                new StoreId(store),
                new RequestId(requestId),
                time,
                "Minotaur",
                "Books",
                new Sku("minotaur"),
                Money.of(sales),
                returned,
                1,
                "{}");
    }

    /** A sale that arrived as soon as it happened. */
    public static Arrival arrival(SaleRecorded sale) {
        return arrival(sale, sale.time());
    }

    public static Arrival arrival(SaleRecorded sale, Instant arrived) {
        byte[] data = sale.requestId().value().getBytes(java.nio.charset.StandardCharsets.UTF_8);
        return new Arrival(sale, new SourceRecord("1:0", arrived, ByteBuffer.wrap(data)));
    }
}
