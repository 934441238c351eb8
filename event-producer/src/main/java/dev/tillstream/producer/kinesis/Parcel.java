package dev.tillstream.producer.kinesis;

import dev.tillstream.contract.StoreEvent;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;

/** A record on its way, and the events in it. */
record Parcel(String partitionKey, SdkBytes data, List<StoreEvent> events) {

    /** Half of what PutRecords has always taken. */
    private static final int MOST_BYTES = 5 * 1024 * 1024 / 2;

    /** PutRecords takes that many. */
    static final int MOST_RECORDS = 500;

    PutRecordsRequestEntry entry() {
        return PutRecordsRequestEntry.builder().partitionKey(partitionKey).data(data).build();
    }

    /** In their order, as many in one call as may be. */
    static List<List<Parcel>> calls(List<Parcel> parcels, int mostRecords) {
        List<List<Parcel>> calls = new ArrayList<>();
        List<Parcel> call = new ArrayList<>();
        int bytes = 0;
        for (Parcel parcel : parcels) {
            int size = parcel.data().asByteArrayUnsafe().length + parcel.partitionKey().length();
            if (!call.isEmpty() && (call.size() == mostRecords || bytes + size > MOST_BYTES)) {
                calls.add(call);
                call = new ArrayList<>();
                bytes = 0;
            }
            call.add(parcel);
            bytes += size;
        }
        if (!call.isEmpty()) {
            calls.add(call);
        }
        return calls;
    }
}
