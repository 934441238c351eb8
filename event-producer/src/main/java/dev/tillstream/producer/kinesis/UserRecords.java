package dev.tillstream.producer.kinesis;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import software.amazon.kinesis.retrieval.kpl.Messages;

/** What is in the record of a stream: itself, or the many that were packed into it. */
public final class UserRecords {

    private static final int DIGEST_BYTES = 16;

    private UserRecords() {}

    /** Their data, in their order. */
    public static List<byte[]> of(byte[] data) {
        int magic = AggregatedRecord.MAGIC.size();
        if (data.length <= magic + DIGEST_BYTES
                || !ByteString.copyFrom(data, 0, magic).equals(AggregatedRecord.MAGIC)) {
            return List.of(data);
        }
        byte[] message = Arrays.copyOfRange(data, magic, data.length - DIGEST_BYTES);
        byte[] digest = Arrays.copyOfRange(data, data.length - DIGEST_BYTES, data.length);
        if (!MessageDigest.isEqual(AggregatedRecord.md5(message), digest)) {
            return List.of(data);
        }
        try {
            return Messages.AggregatedRecord.parseFrom(message).getRecordsList().stream()
                    .map(record -> record.getData().toByteArray())
                    .toList();
        } catch (InvalidProtocolBufferException e) {
            return List.of(data);
        }
    }
}
