package dev.tillstream.analytics.window;

import dev.tillstream.contract.Money;
import dev.tillstream.contract.RequestId;
import dev.tillstream.contract.SaleRecorded;
import dev.tillstream.contract.Sku;
import dev.tillstream.contract.StoreEvent;
import dev.tillstream.contract.StoreId;
import dev.tillstream.contract.json.DecodedEvent;
import dev.tillstream.contract.json.EventCodec;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Sales of a quiet day, one field of interest at a time. */
public final class SaleFixture {

    public static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private static final EventCodec CODEC = new EventCodec();

    private SaleFixture() {}

    public static SaleRecorded sale(String store, String requestId, Instant time, String sales) {
        return sale(store, requestId, time, sales, false);
    }

    public static SaleRecorded sale(
            String store, String requestId, Instant time, String sales, boolean returned) {
        return sale(store, requestId, time, sales, returned, "Books");
    }

    public static SaleRecorded sale(
            String store,
            String requestId,
            Instant time,
            String sales,
            boolean returned,
            String category) {
        return new SaleRecorded(
                new StoreId(store),
                new RequestId(requestId),
                time,
                "Minotaur",
                category,
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

    /** An event as the decoder would hand it on. */
    public static Arrival arrival(StoreEvent event, Instant arrived) {
        byte[] data = CODEC.encode(event).getBytes(StandardCharsets.UTF_8);
        DecodedEvent read = CODEC.read(data);
        return new Arrival(
                read.event(),
                read.fields(),
                new SourceRecord("1:0", arrived, ByteBuffer.wrap(data)));
    }
}
