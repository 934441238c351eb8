package dev.tillstream.analytics;

import dev.tillstream.contract.SaleRecorded;
import dev.tillstream.contract.json.EventCodec;
import java.util.List;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;

/** The stream that analytics reads, from the side that writes. */
final class SalesStream implements AutoCloseable {

    static final String NAME = "tillstream-sales-events";

    private static final int BATCH = 500;

    private final KinesisClient kinesis =
            KinesisClient.builder().httpClientBuilder(ApacheHttpClient.builder()).build();
    private final EventCodec codec = new EventCodec();

    void put(List<SaleRecorded> sales) {
        for (int from = 0; from < sales.size(); from += BATCH) {
            List<SaleRecorded> some = sales.subList(from, Math.min(from + BATCH, sales.size()));
            var answer =
                    kinesis.putRecords(put ->
                            put.streamName(NAME).records(some.stream().map(this::entry).toList()));
            if (answer.failedRecordCount() > 0) {
                throw new IllegalStateException(answer.failedRecordCount() + " records failed");
            }
        }
    }

    void put(String store, String data) {
        kinesis.putRecord(put ->
                put.streamName(NAME).partitionKey(store).data(SdkBytes.fromUtf8String(data)));
    }

    private PutRecordsRequestEntry entry(SaleRecorded sale) {
        return PutRecordsRequestEntry.builder()
                .partitionKey(sale.storeId().value())
                .data(SdkBytes.fromUtf8String(codec.encode(sale)))
                .build();
    }

    @Override
    public void close() {
        kinesis.close();
    }
}
