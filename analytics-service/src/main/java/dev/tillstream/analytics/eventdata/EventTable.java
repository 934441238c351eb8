package dev.tillstream.analytics.eventdata;

import dev.tillstream.analytics.retry.Backoff;
import dev.tillstream.analytics.retry.Parallel;
import dev.tillstream.analytics.window.EventArchive;
import dev.tillstream.contract.StoreEvent;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.PutRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * Writes events in batches, and again only what the table left unprocessed. An event's key is its
 * own, so writing it again changes nothing.
 */
final class EventTable implements EventArchive {

    /** BatchWriteItem takes 25 items, 16 MB, 400 KB each; an event has 256 KB at most. */
    private static final int BATCH = 25;

    private final DynamoDbClient dynamo;
    private final EventDataSettings settings;
    private final InstantSource clock;
    private final Parallel parallel;
    private final Backoff backoff;

    EventTable(
            DynamoDbClient dynamo,
            EventDataSettings settings,
            InstantSource clock,
            RandomGenerator random) {
        this.dynamo = dynamo;
        this.settings = settings;
        this.clock = clock;
        this.parallel = new Parallel(settings.parallelism());
        this.backoff = new Backoff(settings.firstBackoff(), settings.longestBackoff(), random);
    }

    @Override
    public void keep(List<StoreEvent> events, Runnable progress) {
        List<WriteRequest> puts = puts(events);
        List<List<WriteRequest>> batches = new ArrayList<>();
        for (int from = 0; from < puts.size(); from += BATCH) {
            batches.add(puts.subList(from, Math.min(from + BATCH, puts.size())));
        }
        parallel.telling(progress).map(batches, this::write);
    }

    /** A batch that names a key twice is refused: the event that came first stays. */
    private List<WriteRequest> puts(List<StoreEvent> events) {
        Instant expires = clock.instant().plus(settings.retention());
        Map<EventItem.Key, WriteRequest> puts = new LinkedHashMap<>();
        for (StoreEvent event : events) {
            puts.computeIfAbsent(EventItem.Key.of(event), key -> put(event, expires));
        }
        return List.copyOf(puts.values());
    }

    private static WriteRequest put(StoreEvent event, Instant expires) {
        return WriteRequest.builder()
                .putRequest(PutRequest.builder().item(EventItem.of(event, expires)).build())
                .build();
    }

    /** Returns how many attempts it took. */
    private int write(List<WriteRequest> batch) {
        List<WriteRequest> left = batch;
        for (int attempt = 1; ; attempt++) {
            List<WriteRequest> now = left;
            left =
                    dynamo.batchWriteItem(
                                    write -> write.requestItems(Map.of(settings.table(), now)))
                            .unprocessedItems()
                            .getOrDefault(settings.table(), List.of());
            if (left.isEmpty()) {
                return attempt;
            }
            if (attempt >= settings.attempts() || !backoff.pause(attempt)) {
                throw new IllegalStateException(
                        "%s left %d of %d events unprocessed"
                                .formatted(settings.table(), left.size(), batch.size()));
            }
        }
    }
}
