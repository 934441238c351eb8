package dev.tillstream.analytics.kinesis.read;

import java.util.List;
import org.springframework.util.unit.DataSize;
import software.amazon.awssdk.services.kinesis.model.Record;

/**
 * How many records to ask for so that a read brings about so many bytes, judged by what the last
 * one brought. Kinesis bounds a read at 10 MB, and a record may be an aggregate of hundreds: in
 * memory, a read takes ten times its bytes.
 */
public final class ReadSize {

    /** Until it is known how large they are: each may have a megabyte. */
    private static final int FIRST = 10;

    private final int maximumRecords;
    private final long maximumBytes;
    private int limit;

    public ReadSize(int maximumRecords, DataSize maximum) {
        this.maximumRecords = maximumRecords;
        this.maximumBytes = maximum.toBytes();
        limit = Math.min(FIRST, maximumRecords);
    }

    int limit() {
        return limit;
    }

    void learnFrom(List<Record> records) {
        long bytes = records.stream().mapToLong(ReadSize::bytesOf).sum();
        if (bytes > 0) {
            limit = Math.clamp(maximumBytes * records.size() / bytes, 1, maximumRecords);
        }
    }

    private static long bytesOf(Record record) {
        return record.data().asByteArrayUnsafe().length;
    }
}
