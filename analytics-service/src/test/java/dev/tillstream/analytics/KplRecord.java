package dev.tillstream.analytics;

import com.google.protobuf.ByteString;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import software.amazon.kinesis.retrieval.kpl.Messages.AggregatedRecord;
import software.amazon.kinesis.retrieval.kpl.Messages.Record;

/**
 * Many user records in one, as the Kinesis Producer Library writes them: four magic bytes, the
 * protocol buffer, its MD5.
 */
final class KplRecord {

    private static final byte[] MAGIC = {(byte) 0xF3, (byte) 0x89, (byte) 0x9A, (byte) 0xC2};

    private KplRecord() {}

    /** All of one partition key: KCL drops those that don't belong into the shard. */
    static byte[] of(String partitionKey, List<String> records) {
        var aggregated = AggregatedRecord.newBuilder().addPartitionKeyTable(partitionKey);
        for (String record : records) {
            aggregated.addRecords(
                    Record.newBuilder()
                            .setPartitionKeyIndex(0)
                            .setData(ByteString.copyFrom(record, StandardCharsets.UTF_8)));
        }
        byte[] message = aggregated.build().toByteArray();
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(MAGIC);
        bytes.writeBytes(message);
        bytes.writeBytes(md5(message));
        return bytes.toByteArray();
    }

    private static byte[] md5(byte[] message) {
        try {
            return MessageDigest.getInstance("MD5").digest(message);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
