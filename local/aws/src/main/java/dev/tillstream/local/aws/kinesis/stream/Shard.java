package dev.tillstream.local.aws.kinesis.stream;

import java.time.Instant;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** One shard: a range of hash keys and its log; a split or a merge closes it for good. */
public final class Shard {

    private final String id;
    private final HashRange range;
    private final List<String> parents;
    private final long startSequence;
    private final Instant openedAt;
    private final ShardLog log;
    private volatile @Nullable Closing closing;

    /** When and at which sequence number a shard was closed. */
    public record Closing(long sequence, Instant at) {}

    Shard(
            String id,
            HashRange range,
            List<String> parents,
            long startSequence,
            Instant openedAt,
            RecordKeeping keeping) {
        this.id = id;
        this.range = range;
        this.parents = List.copyOf(parents);
        this.startSequence = startSequence;
        this.openedAt = openedAt;
        this.log = new ShardLog(id, startSequence, keeping);
    }

    public String id() {
        return id;
    }

    public HashRange range() {
        return range;
    }

    /** None, one (of a split) or two (of a merge). */
    public List<String> parents() {
        return parents;
    }

    public long startSequence() {
        return startSequence;
    }

    public ShardLog log() {
        return log;
    }

    Instant openedAt() {
        return openedAt;
    }

    /** Null while the shard is open. */
    public @Nullable Closing closing() {
        return closing;
    }

    public boolean isOpen() {
        return closing == null;
    }

    public boolean wasOpenAt(Instant time) {
        return !openedAt.isAfter(time) && isOpenAfter(time);
    }

    /** Whether the shard takes records, or took some after this time. */
    public boolean isOpenAfter(Instant time) {
        Closing end = closing;
        return end == null || end.at().isAfter(time);
    }

    void restoreClosing(Closing earlier) {
        log.restoreClosed();
        closing = earlier;
    }

    void close(LongSupplier sequence, Instant now) {
        // Open for a moment at least, so that "open at the trim horizon" finds it.
        Instant earliest = openedAt.plusMillis(1);
        closing = new Closing(log.close(sequence), now.isBefore(earliest) ? earliest : now);
    }
}
