package dev.tillstream.local.aws.kinesis.stream;

/**
 * One record as it lies in a shard; a class, as a record's equals would compare the array's
 * identity.
 */
public final class StreamRecord {

    /** Rough cost of the object, its key and its place in the log, beside the data. */
    private static final int OVERHEAD_BYTES = 96;

    private final long sequence;
    private final long arrivedMillis;
    private final String partitionKey;
    private final byte[] data;

    StreamRecord(long sequence, long arrivedMillis, String partitionKey, byte[] data) {
        this.sequence = sequence;
        this.arrivedMillis = arrivedMillis;
        this.partitionKey = partitionKey;
        this.data = data;
    }

    public long sequence() {
        return sequence;
    }

    public long arrivedMillis() {
        return arrivedMillis;
    }

    public String partitionKey() {
        return partitionKey;
    }

    /** Not copied: nobody writes to it. */
    public byte[] data() {
        return data;
    }

    int memory() {
        return OVERHEAD_BYTES + partitionKey.length() + data.length;
    }
}
