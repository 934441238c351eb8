package dev.tillstream.producer.kinesis;

import dev.tillstream.contract.StoreEvent;
import dev.tillstream.producer.envelope.Envelope;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.core.SdkBytes;

/** Makes records of events: one of each, or one of many that share a partition key. */
record Packing(PartitionKey key, Envelope envelope, RandomGenerator random) {

    List<Parcel> single(List<StoreEvent> events) {
        List<Parcel> parcels = new ArrayList<>(events.size());
        for (StoreEvent event : events) {
            SdkBytes data = SdkBytes.fromByteArrayUnsafe(bytes(event));
            parcels.add(new Parcel(key.of(event, random), data, List.of(event)));
        }
        return parcels;
    }

    List<Parcel> aggregated(List<StoreEvent> events) {
        List<Parcel> parcels = new ArrayList<>();
        Map<String, AggregatedRecord> open = new LinkedHashMap<>();
        for (StoreEvent event : events) {
            // Where each record has its own anyway, all events here may share one.
            String group = key == PartitionKey.RANDOM ? "" : key.of(event, random);
            byte[] data = bytes(event);
            AggregatedRecord record = open.computeIfAbsent(group, name -> empty(event));
            if (!record.hasRoom(data.length)) {
                parcels.add(record.parcel());
                record = empty(event);
                open.put(group, record);
            }
            record.add(event, data);
        }
        open.values().forEach(record -> parcels.add(record.parcel()));
        return parcels;
    }

    private AggregatedRecord empty(StoreEvent event) {
        return new AggregatedRecord(key.of(event, random));
    }

    private byte[] bytes(StoreEvent event) {
        return envelope.of(event).getBytes(StandardCharsets.UTF_8);
    }
}
