package dev.tillstream.consumer.outbox;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

/**
 * Two attributes of an item whose events the bus does not have yet. An index that only holds items
 * with these attributes finds them; its first key is one of a few shards, for a single one would
 * take no more writes than one partition does.
 *
 * <p>Who takes an overdue item moves its time on, on condition that nobody else did: several
 * instances share the work, and what one took and did not deliver is overdue again later.
 */
public final class OutboxMarks {

    /** The index's first key, absent when nothing waits. */
    public static final String SHARD = "outbox";

    /** When others may take the item, in milliseconds since 1970. */
    public static final String DUE = "outbox_due";

    private static final String INDEX = "outbox-index";
    private static final int SHARDS = 4;

    private final DynamoDbClient client;
    private final String table;
    private final List<String> keys;
    private final Duration overdue;
    private final Duration claim;
    private final InstantSource clock;
    private final AtomicInteger firstShard = new AtomicInteger();

    /**
     * Marks of one table.
     *
     * @param keys the names of the table's key attributes
     */
    public OutboxMarks(
            DynamoDbClient client,
            String table,
            List<String> keys,
            OutboxSettings settings,
            InstantSource clock) {
        this.client = client;
        this.table = table;
        this.keys = List.copyOf(keys);
        this.overdue = settings.overdue();
        this.claim = settings.claim();
        this.clock = clock;
    }

    /**
     * What to write with a change.
     *
     * @param id spreads items over the shards
     */
    public Map<String, AttributeValue> of(String id) {
        int shard = Math.floorMod(id.hashCode(), SHARDS);
        return Map.of(
                SHARD, fromS(Integer.toString(shard)), DUE, millis(clock.instant().plus(overdue)));
    }

    /**
     * Takes overdue items.
     *
     * @param limit how many at most
     * @return the items as they are in the table now
     */
    public List<Map<String, AttributeValue>> takeOverdue(int limit) {
        Instant now = clock.instant();
        List<Map<String, AttributeValue>> found = new ArrayList<>();
        int first = firstShard.getAndIncrement();
        for (int i = 0; i < SHARDS && found.size() < limit; i++) {
            found.addAll(overdue(Math.floorMod(first + i, SHARDS), now, limit - found.size()));
        }
        return take(found);
    }

    private List<Map<String, AttributeValue>> overdue(int shard, Instant now, int limit) {
        QueryRequest query =
                QueryRequest.builder()
                        .tableName(table)
                        .indexName(INDEX)
                        .keyConditionExpression("#shard = :shard AND #due <= :now")
                        .expressionAttributeNames(Map.of("#shard", SHARD, "#due", DUE))
                        .expressionAttributeValues(
                                Map.of(
                                        ":shard",
                                        fromS(Integer.toString(shard)),
                                        ":now",
                                        millis(now)))
                        .limit(limit)
                        .build();
        return client.query(query).items();
    }

    private List<Map<String, AttributeValue>> take(List<Map<String, AttributeValue>> found) {
        if (found.isEmpty()) {
            return List.of();
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Optional<Map<String, AttributeValue>>>> taking =
                    found.stream().map(item -> threads.submit(() -> take(item))).toList();
            List<Map<String, AttributeValue>> taken = new ArrayList<>();
            for (Future<Optional<Map<String, AttributeValue>>> one : taking) {
                one.get().ifPresent(taken::add);
            }
            return taken;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        } catch (ExecutionException e) {
            throw new IllegalStateException("can't take what is overdue", e.getCause());
        }
    }

    /** Empty if somebody else was faster. */
    private Optional<Map<String, AttributeValue>> take(Map<String, AttributeValue> item) {
        Map<String, AttributeValue> key = new HashMap<>(item);
        key.keySet().retainAll(keys);
        try {
            return Optional.of(
                    client.updateItem(update ->
                                    update.tableName(table)
                                            .key(key)
                                            .updateExpression("SET #due = :later")
                                            .conditionExpression("#due = :due")
                                            .expressionAttributeNames(Map.of("#due", DUE))
                                            .expressionAttributeValues(
                                                    Map.of(
                                                            ":due",
                                                            item.get(DUE),
                                                            ":later",
                                                            millis(clock.instant().plus(claim))))
                                            .returnValues(ReturnValue.ALL_NEW))
                            .attributes());
        } catch (ConditionalCheckFailedException | TransactionConflictException e) {
            return Optional.empty();
        }
    }

    private static AttributeValue millis(Instant time) {
        return fromN(Long.toString(time.toEpochMilli()));
    }
}
