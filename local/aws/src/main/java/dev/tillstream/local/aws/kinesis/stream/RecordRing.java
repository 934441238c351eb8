package dev.tillstream.local.aws.kinesis.stream;

import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * A growing ring of records: appended at the end, dropped at the front, searched by halves. Not
 * thread-safe.
 */
final class RecordRing {

    private @Nullable StreamRecord[] ring = new StreamRecord[64];
    private int head;
    private int size;

    int size() {
        return size;
    }

    StreamRecord get(int index) {
        StreamRecord record = ring[(head + index) & (ring.length - 1)];
        if (record == null || index >= size) {
            throw new IndexOutOfBoundsException(index);
        }
        return record;
    }

    void add(StreamRecord record) {
        if (size == ring.length) {
            grow();
        }
        ring[(head + size) & (ring.length - 1)] = record;
        size++;
    }

    StreamRecord removeFirst() {
        StreamRecord first = get(0);
        ring[head] = null;
        head = (head + 1) & (ring.length - 1);
        size--;
        return first;
    }

    /** Index of the first record whose key (ascending) is at least the value; size if none. */
    int firstAtLeast(long value, ToLongFunction<StreamRecord> key) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (key.applyAsLong(get(middle)) < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private void grow() {
        // The length stays a power of two, so that an index wraps by a mask.
        var larger = new @Nullable StreamRecord[ring.length * 2];
        System.arraycopy(ring, head, larger, 0, ring.length - head);
        System.arraycopy(ring, 0, larger, ring.length - head, head);
        ring = larger;
        head = 0;
    }
}
