package dev.tillstream.local.aws.kinesis.stream;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The records of one shard. Positions are sequence numbers: a position stands before the first
 * record with that number or a higher one.
 */
public final class ShardLog {

    /** What one read may carry; a single record is never too much. */
    private static final int MAX_READ_BYTES = 10 * 1024 * 1024;

    private final RecordRing records = new RecordRing();
    private final String shardId;
    private final RecordKeeping keeping;
    private long lastSequence;
    private long lastArrived;
    private boolean closed;

    ShardLog(String shardId, long startSequence, RecordKeeping keeping) {
        this.shardId = shardId;
        this.lastSequence = startSequence;
        this.keeping = keeping;
    }

    /** Appends, or answers null if the log is closed. */
    synchronized @Nullable StreamRecord append(
            String partitionKey, byte[] data, LongSupplier sequence, long nowMillis) {
        if (closed) {
            return null;
        }
        lastSequence = sequence.getAsLong();
        // Arrival never runs backwards, else a search by time would go astray.
        lastArrived = Math.max(lastArrived, nowMillis);
        var record = new StreamRecord(lastSequence, lastArrived, partitionKey, data);
        records.add(record);
        keeping.added(shardId, record);
        return record;
    }

    /** Takes a record in again that an earlier process appended. */
    synchronized void restore(StreamRecord record) {
        lastSequence = record.sequence();
        lastArrived = record.arrivedMillis();
        records.add(record);
        keeping.restored(record);
    }

    synchronized void restoreClosed() {
        closed = true;
    }

    /** Takes nothing more; the answer is above every record's sequence number. */
    synchronized long close(LongSupplier sequence) {
        closed = true;
        return sequence.getAsLong();
    }

    /** The position after the newest record. */
    public synchronized long latest() {
        return lastSequence + 1;
    }

    /** The position of the first record that arrived at this time or later. */
    public synchronized long positionAt(Instant time) {
        int index = records.firstAtLeast(time.toEpochMilli(), StreamRecord::arrivedMillis);
        return index < records.size() ? records.get(index).sequence() : latest();
    }

    /** Reads from a position on; what was trimmed meanwhile is skipped. */
    public synchronized Batch read(long position, int limit) {
        int index = records.firstAtLeast(position, StreamRecord::sequence);
        List<StreamRecord> found = new ArrayList<>(Math.min(limit, records.size() - index));
        long bytes = 0;
        long next = position;
        for (; index < records.size() && found.size() < limit; index++) {
            StreamRecord record = records.get(index);
            bytes += record.data().length;
            if (bytes > MAX_READ_BYTES && !found.isEmpty()) {
                break;
            }
            found.add(record);
            next = record.sequence() + 1;
        }
        boolean tip = index == records.size();
        OptionalLong waitingSince =
                tip ? OptionalLong.empty() : OptionalLong.of(records.get(index).arrivedMillis());
        return new Batch(found, next, waitingSince, tip && closed);
    }

    /** Drops what arrived before the retention period. */
    synchronized void trimBefore(Instant horizon) {
        while (records.size() > 0 && records.get(0).arrivedMillis() < horizon.toEpochMilli()) {
            dropOldest();
        }
    }

    synchronized void dropOldest() {
        if (records.size() > 0) {
            keeping.dropped(records.removeFirst());
        }
    }

    synchronized void dropAll() {
        while (records.size() > 0) {
            dropOldest();
        }
    }

    /** The sequence number of the oldest record, {@link Long#MAX_VALUE} if there is none. */
    synchronized long oldest() {
        return records.size() == 0 ? Long.MAX_VALUE : records.get(0).sequence();
    }
}
