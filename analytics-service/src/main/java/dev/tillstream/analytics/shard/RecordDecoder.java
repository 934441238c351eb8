package dev.tillstream.analytics.shard;

import dev.tillstream.analytics.window.Arrival;
import dev.tillstream.analytics.window.Rejection;
import dev.tillstream.analytics.window.SourceRecord;
import dev.tillstream.contract.EventRejectedException;
import dev.tillstream.contract.json.DecodedEvent;
import dev.tillstream.contract.json.EventCodec;
import java.util.ArrayList;
import java.util.List;
import software.amazon.kinesis.retrieval.KinesisClientRecord;

/**
 * Reads records, each once for all views; what can't be read is set aside with the reason, so that
 * it blocks nothing.
 */
final class RecordDecoder {

    private final EventCodec codec;

    RecordDecoder(EventCodec codec) {
        this.codec = codec;
    }

    Batch decode(List<KinesisClientRecord> records) {
        List<Arrival> events = new ArrayList<>(records.size());
        List<Rejection> undecodable = new ArrayList<>();
        for (KinesisClientRecord record : records) {
            SourceRecord source = sourceOf(record);
            try {
                DecodedEvent read = codec.read(bytesOf(record));
                events.add(new Arrival(read.event(), read.fields(), source));
            } catch (EventRejectedException e) {
                undecodable.add(Rejection.undecodable(source, e));
            }
        }
        return new Batch(events, undecodable);
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
