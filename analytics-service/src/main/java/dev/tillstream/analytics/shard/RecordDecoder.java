package dev.tillstream.analytics.shard;

import dev.tillstream.analytics.revenue.Arrival;
import dev.tillstream.analytics.revenue.Rejection;
import dev.tillstream.analytics.revenue.SourceRecord;
import dev.tillstream.contract.EventRejectedException;
import dev.tillstream.contract.InventoryChanged;
import dev.tillstream.contract.OtherEvent;
import dev.tillstream.contract.SaleRecorded;
import dev.tillstream.contract.json.EventCodec;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import software.amazon.kinesis.retrieval.KinesisClientRecord;

/** Reads records; what can't be read is set aside with the reason, so that it blocks nothing. */
final class RecordDecoder {

    private final EventCodec codec;

    RecordDecoder(EventCodec codec) {
        this.codec = codec;
    }

    Batch decode(List<KinesisClientRecord> records) {
        List<Arrival> sales = new ArrayList<>(records.size());
        List<Rejection> undecodable = new ArrayList<>();
        int ignored = 0;
        for (KinesisClientRecord record : records) {
            SourceRecord source = sourceOf(record);
            try {
                switch (codec.decode(bytesOf(record))) {
                    case SaleRecorded sale -> sales.add(new Arrival(sale, source));
                    case InventoryChanged change -> ignored++;
                    case OtherEvent other -> ignored++;
                }
            } catch (EventRejectedException e) {
                undecodable.add(
                        new Rejection(
                                source,
                                Rejection.Reason.UNDECODABLE,
                                Objects.requireNonNullElse(e.getMessage(), ""),
                                null));
            }
        }
        return new Batch(sales, undecodable, ignored);
    }

    private static SourceRecord sourceOf(KinesisClientRecord record) {
        return new SourceRecord(
                record.sequenceNumber() + ":" + record.subSequenceNumber(),
                record.approximateArrivalTimestamp(),
                record.data());
    }

    private static byte[] bytesOf(KinesisClientRecord record) {
        byte[] bytes = new byte[record.data().remaining()];
        record.data().duplicate().get(bytes);
        return bytes;
    }
}
