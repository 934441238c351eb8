package dev.tillstream.local.benchmarks.analytics;

import dev.tillstream.contract.Money;
import dev.tillstream.contract.RequestId;
import dev.tillstream.contract.SaleRecorded;
import dev.tillstream.contract.Sku;
import dev.tillstream.contract.StoreEvent;
import dev.tillstream.contract.StoreId;
import dev.tillstream.producer.Outcome;
import dev.tillstream.producer.envelope.Envelope;
import dev.tillstream.producer.kinesis.KinesisApi;
import dev.tillstream.producer.kinesis.KinesisSettings;
import dev.tillstream.producer.kinesis.KinesisSink;
import dev.tillstream.producer.kinesis.PartitionKey;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import software.amazon.awssdk.services.kinesis.KinesisClient;

/** Puts invented sales on the stream, and knows what they come to. */
final class Stream implements AutoCloseable {

    private static final Outcome UNHEARD =
            new Outcome() {
                @Override
                public void accepted(StoreEvent event) {
                    // Counted when it was sent: a stream that doesn't take it throws.
                }

                @Override
                public void rejected(StoreEvent event, String reason) {
                    throw new IllegalStateException(reason);
                }
            };

    private final Random random = new Random(1);
    private final Map<Minute, BigDecimal> revenue = new HashMap<>();
    private final KinesisSink sink;
    private final int stores;
    private int sent;

    Stream(KinesisClient client, KinesisApi api, int stores) {
        this.stores = stores;
        sink =
                new KinesisSink(
                        client,
                        KinesisSettings.of(
                                event -> "tillstream-" + event.detailType(),
                                api,
                                PartitionKey.STORE),
                        new Envelope("000000000000", "us-east-1"),
                        random);
    }

    /** Sells something in any of the stores, so many times. */
    void sell(int count, Instant time) throws InterruptedException {
        List<StoreEvent> sales = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            SaleRecorded sale = sale(time);
            revenue.merge(
                    Minute.of(sale.storeId().value(), time),
                    sale.revenue().amount(),
                    BigDecimal::add);
            sales.add(sale);
        }
        sink.send(sales, UNHEARD);
    }

    void drain() throws InterruptedException {
        sink.drain();
    }

    int sent() {
        return sent;
    }

    Map<Minute, BigDecimal> revenue() {
        return revenue;
    }

    @Override
    public void close() {
        sink.close();
    }

    private SaleRecorded sale(Instant time) {
        return new SaleRecorded(
                new StoreId("store_" + random.nextInt(stores)),
                new RequestId("r-" + sent++),
                time,
                "Minotaur",
                "Books",
                new Sku("Minotaur"),
                new Money(BigDecimal.valueOf(random.nextInt(100, 100_000), 2)),
                random.nextInt(25) == 0,
                1,
                "{}");
    }
}
