package dev.tillstream.producer.kinesis;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import dev.tillstream.contract.StoreEvent;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.kinesis.retrieval.kpl.Messages;

/**
 * Many events in one record, as the Kinesis Producer Library writes them: four magic bytes, a
 * protocol buffer, its MD5. All have one partition key, because the Kinesis Client Library drops
 * those that don't belong on the record's shard.
 */
final class AggregatedRecord {

    static final ByteString MAGIC =
            ByteString.copyFrom(new byte[] {(byte) 0xF3, (byte) 0x89, (byte) 0x9A, (byte) 0xC2});

    /** Far below the 1 MiB that a record may have: a reader holds all of its events at once. */
    static final int MOST_BYTES = 200 * 1024;

    /** Bytes around an event in the record, at most. */
    private static final int AROUND = 16;

    private final String partitionKey;
    private final Messages.AggregatedRecord.Builder records;
    private final List<StoreEvent> events = new ArrayList<>();
    private int bytes;

    AggregatedRecord(String partitionKey) {
        this.partitionKey = partitionKey;
        records = Messages.AggregatedRecord.newBuilder().addPartitionKeyTable(partitionKey);
    }

    /** Whether it has room for an event of that many bytes; an empty one always has. */
    boolean hasRoom(int more) {
        return events.isEmpty() || bytes + more + AROUND <= MOST_BYTES;
    }

    void add(StoreEvent event, byte[] data) {
        records.addRecordsBuilder()
                .setPartitionKeyIndex(0)
                .setData(UnsafeByteOperations.unsafeWrap(data));
        events.add(event);
        bytes += data.length + AROUND;
    }

    Parcel parcel() {
        ByteString message = records.build().toByteString();
        ByteString digest = UnsafeByteOperations.unsafeWrap(md5(message.toByteArray()));
        byte[] data = MAGIC.concat(message).concat(digest).toByteArray();
        return new Parcel(partitionKey, SdkBytes.fromByteArrayUnsafe(data), List.copyOf(events));
    }

    static byte[] md5(byte[] message) {
        try {
            return MessageDigest.getInstance("MD5").digest(message);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has MD5", e);
        }
    }
}
