package dev.tillstream.local.aws.firehose.stream;

import dev.tillstream.local.aws.disk.Disk;
import dev.tillstream.local.aws.retry.Backoff;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A delivery stream: a buffer, and the thread that writes what is due and never gives up. */
public final class DeliveryStream {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryStream.class);
    private static final int VERSION = 1;

    private final long number;
    private final String name;
    private final Destination destination;
    private final Instant created;
    private final Surroundings surroundings;
    private final RecordShelf shelf;
    private final Buffer buffer;
    private final byte[] delimiter;
    private final Thread thread;
    private volatile Runnable whenWritten = () -> {};

    /** What all delivery streams share; the capacity is bytes that one of them may hold. */
    public record Surroundings(
            ObjectStore store,
            long capacity,
            Backoff backoff,
            InstantSource clock,
            Supplier<UUID> ids,
            Disk disk) {}

    /**
     * @param number tells it from all others, earlier ones of its name included
     */
    public DeliveryStream(
            long number,
            String name,
            Destination destination,
            Instant created,
            Surroundings surroundings) {
        this.number = number;
        this.name = name;
        this.destination = destination;
        this.surroundings = surroundings;
        this.created = created;
        // While one chunk is being written the next one must have room to grow.
        long capacity = Math.max(surroundings.capacity(), 2L * destination.chunkBytes());
        this.shelf = new RecordShelf(surroundings.disk(), number);
        this.buffer = new Buffer(destination.chunkBytes(), destination.interval(), capacity, shelf);
        this.delimiter = destination.delimiter().getBytes(StandardCharsets.UTF_8);
        this.thread = Thread.ofVirtual().name("firehose-" + name).unstarted(this::run);
    }

    public void start() {
        thread.start();
    }

    public long number() {
        return number;
    }

    public String name() {
        return name;
    }

    public Destination destination() {
        return destination;
    }

    public Instant created() {
        return created;
    }

    /** Takes a record; false when the buffer is full. */
    public boolean offer(byte[] data) {
        byte[] record = new byte[data.length + delimiter.length];
        System.arraycopy(data, 0, record, 0, data.length);
        System.arraycopy(delimiter, 0, record, data.length, delimiter.length);
        return buffer.offer(record, surroundings.clock().instant());
    }

    /** Takes no more and writes the rest. */
    public void retire() {
        buffer.close();
    }

    /** Takes no more, writes the rest, then is gone and says so. */
    public void delete(Runnable gone) {
        whenWritten =
                () -> {
                    shelf.discard();
                    // Else a later stream of this number might find these records.
                    surroundings.disk().commit();
                    gone.run();
                };
        buffer.close();
    }

    /** Waits until all is written, no longer than this; what is left in memory then is lost. */
    public void close(Duration patience) throws InterruptedException {
        buffer.close();
        if (!thread.join(patience)) {
            thread.interrupt();
            LOG.error("{} bytes of {} were not written before the end", buffer.held(), name);
        }
    }

    private void run() {
        try {
            while (buffer.awaitDue(surroundings.clock())) {
                Optional<Chunk> due = buffer.poll(surroundings.clock().instant());
                if (due.isPresent()) {
                    write(due.get());
                }
            }
            whenWritten.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            LOG.debug("{} ends by interrupt", name);
        }
    }

    /** The key is chosen once: a second try after an answer that got lost overwrites the first. */
    private void write(Chunk chunk) throws InterruptedException {
        ObjectKey key =
                ObjectKey.of(
                        destination.prefix(),
                        name,
                        VERSION,
                        chunk.firstArrival(),
                        surroundings.ids());
        for (int failures = 1; !put(key, chunk); failures++) {
            Thread.sleep(surroundings.backoff().after(failures));
        }
        buffer.written(chunk);
    }

    private boolean put(ObjectKey key, Chunk chunk) throws InterruptedException {
        try {
            surroundings.store().put(destination.bucket(), key.text(), chunk.bytes());
            return true;
        } catch (IOException | RuntimeException e) {
            LOG.warn("{} could not be written, will be tried again: {}", key.text(), e.toString());
            return false;
        }
    }
}
