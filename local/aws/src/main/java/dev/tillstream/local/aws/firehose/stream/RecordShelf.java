package dev.tillstream.local.aws.firehose.stream;

import dev.tillstream.local.aws.disk.Disk;
import dev.tillstream.local.aws.disk.Shelf;
import dev.tillstream.local.aws.protocol.Timestamps;
import java.time.Instant;
import java.util.function.BiConsumer;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The records of one delivery stream on disk until they are written; its buffer's lock guards it.
 */
final class RecordShelf {

    private final Disk disk;
    private final String name;
    private final Shelf<Long> records;
    private long last;
    private long firstHeld = 1;

    /**
     * @param stream tells the delivery stream from all others, earlier ones of its name included
     */
    RecordShelf(Disk disk, long stream) {
        this.disk = disk;
        this.name = "firehose.records." + stream;
        this.records = disk.numbered(name);
    }

    /** Numbers are without gaps, so that what comes up to one can be removed. */
    long add(byte[] record, Instant arrived) {
        last++;
        records.put(
                last,
                () -> {
                    ObjectNode node = JsonNodeFactory.instance.objectNode().put("data", record);
                    node.set("arrived", Timestamps.node(arrived));
                    return node;
                });
        return last;
    }

    void removeUpTo(long number) {
        for (; firstHeld <= number; firstHeld++) {
            records.remove(firstHeld);
        }
    }

    /** What an earlier process left, in the order of arrival. */
    void restore(BiConsumer<byte[], Instant> use) {
        records.forEach((number, record) -> {
            firstHeld = last == 0 ? number : firstHeld;
            last = number;
            use.accept(record.path("data").binaryValue(), Timestamps.read(record.path("arrived")));
        });
    }

    long last() {
        return last;
    }

    void discard() {
        disk.discard(name);
    }
}
