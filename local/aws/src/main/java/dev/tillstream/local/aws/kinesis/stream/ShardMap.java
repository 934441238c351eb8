package dev.tillstream.local.aws.kinesis.stream;

import dev.tillstream.local.aws.protocol.AwsException;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.LongSupplier;

/** The shards of a stream and how they follow one another; readers see one picture, never half. */
public final class ShardMap {

    private final LongSupplier sequences;
    private final RecordKeeping keeping;
    private final Runnable changed;
    private volatile List<Shard> all;
    private volatile NavigableMap<BigInteger, Shard> openByStart;
    private int created;

    /**
     * @param changed told of new shards before they take their first record
     */
    ShardMap(
            int count,
            Instant now,
            LongSupplier sequences,
            RecordKeeping keeping,
            Runnable changed) {
        this.sequences = sequences;
        this.keeping = keeping;
        this.changed = changed;
        this.all =
                HashRange.divide(count).stream()
                        .map(range -> create(range, List.of(), now))
                        .toList();
        this.openByStart = byStart(all);
    }

    /** Those of an earlier process, which had made so many. */
    ShardMap(
            List<Shard> shards,
            int created,
            LongSupplier sequences,
            RecordKeeping keeping,
            Runnable changed) {
        this.sequences = sequences;
        this.keeping = keeping;
        this.changed = changed;
        this.all = List.copyOf(shards);
        this.created = created;
        this.openByStart = byStart(all);
    }

    /** How many there have ever been: the next one's number. */
    int created() {
        return created;
    }

    /** Every shard that may still hold records, in the order of creation. */
    public List<Shard> all() {
        return all;
    }

    /** The open shards in the order of their hash keys. */
    public List<Shard> open() {
        return List.copyOf(openByStart.values());
    }

    public Shard find(String id) {
        return all.stream()
                .filter(shard -> shard.id().equals(id))
                .findFirst()
                .orElseThrow(() ->
                        AwsException.badRequest(
                                "ResourceNotFoundException", "Could not find shard " + id + "."));
    }

    public List<Shard> childrenOf(Shard parent) {
        return all.stream().filter(shard -> shard.parents().contains(parent.id())).toList();
    }

    /** The open shard for a hash key, or one that has been closed this very moment. */
    public Shard at(BigInteger hash) {
        return openByStart.floorEntry(hash).getValue();
    }

    /** The same, after the resharding that goes on. */
    synchronized Shard settledAt(BigInteger hash) {
        return at(hash);
    }

    public synchronized void split(String id, BigInteger newStart, Instant now) {
        Shard parent = findOpen(id);
        HashRange range = parent.range();
        if (!range.contains(newStart) || newStart.equals(range.start())) {
            throw invalid("NewStartingHashKey " + newStart + " does not cut " + id + " in two.");
        }
        replace(List.of(parent), List.of(range.below(newStart), range.from(newStart)), now);
    }

    public synchronized void merge(String id, String adjacentId, Instant now) {
        Shard shard = findOpen(id);
        Shard adjacent = findOpen(adjacentId);
        HashRange merged =
                shard.range()
                        .join(adjacent.range())
                        .orElseThrow(() -> invalid(id + " and " + adjacentId + " do not adjoin."));
        replace(List.of(shard, adjacent), List.of(merged), now);
    }

    /** Doubles or halves the number of open shards; the answer is the number before. */
    public synchronized int scale(int target, Instant now) {
        List<Shard> open = open();
        int count = open.size();
        if (target == count * 2) {
            open.forEach(shard -> split(shard.id(), shard.range().middle(), now));
        } else if (target * 2 == count) {
            for (int i = 0; i < count; i += 2) {
                merge(open.get(i).id(), open.get(i + 1).id(), now);
            }
        } else if (target != count) {
            throw invalid(
                    "The embedded AWS doubles or halves; "
                            + count
                            + " to "
                            + target
                            + " is neither.");
        }
        return count;
    }

    /** Forgets the shards closed so long ago that their records are gone. */
    synchronized void forgetClosedBefore(Instant horizon) {
        if (all.stream().anyMatch(shard -> !shard.isOpenAfter(horizon))) {
            all = all.stream().filter(shard -> shard.isOpenAfter(horizon)).toList();
        }
    }

    private void replace(List<Shard> parents, List<HashRange> ranges, Instant now) {
        parents.forEach(parent -> parent.close(sequences, now));
        List<String> ids = parents.stream().map(Shard::id).toList();
        List<Shard> after = new ArrayList<>(all);
        ranges.forEach(range -> after.add(create(range, ids, now)));
        all = List.copyOf(after);
        changed.run();
        openByStart = byStart(after);
    }

    private Shard create(HashRange range, List<String> parents, Instant now) {
        String id = "shardId-%012d".formatted(created++);
        return new Shard(id, range, parents, sequences.getAsLong(), now, keeping);
    }

    private Shard findOpen(String id) {
        Shard shard = find(id);
        if (!shard.isOpen()) {
            throw AwsException.badRequest("ResourceInUseException", id + " is closed already.");
        }
        return shard;
    }

    private static NavigableMap<BigInteger, Shard> byStart(List<Shard> shards) {
        NavigableMap<BigInteger, Shard> open = new TreeMap<>();
        shards.stream().filter(Shard::isOpen).forEach(s -> open.put(s.range().start(), s));
        return open;
    }

    private static AwsException invalid(String message) {
        return AwsException.badRequest("InvalidArgumentException", message);
    }
}
