package dev.tillstream.analytics.state;

import static dev.tillstream.analytics.state.Attributes.required;

import dev.tillstream.analytics.history.Publication;
import dev.tillstream.analytics.history.Standing;
import dev.tillstream.analytics.retry.Backoff;
import dev.tillstream.analytics.retry.Parallel;
import dev.tillstream.analytics.row.RowJson;
import dev.tillstream.analytics.view.View;
import dev.tillstream.analytics.window.Row;
import dev.tillstream.analytics.window.WindowId;
import dev.tillstream.contract.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/** Reads the heads of windows, many at a time, as they are stored at that moment. */
final class HeadReader {

    /** The most keys that a BatchGetItem takes. */
    private static final int BATCH = 100;

    private static final int ATTEMPTS = 5;

    private final DynamoDbClient dynamo;
    private final String table;
    private final Parallel parallel;
    private final Backoff backoff;

    HeadReader(DynamoDbClient dynamo, String table, Parallel parallel, Backoff backoff) {
        this.dynamo = dynamo;
        this.table = table;
        this.parallel = parallel;
        this.backoff = backoff;
    }

    List<Standing> read(View view, Collection<WindowId> windows) {
        List<WindowId> wanted = List.copyOf(windows);
        List<List<WindowId>> batches = new ArrayList<>();
        for (int from = 0; from < wanted.size(); from += BATCH) {
            batches.add(wanted.subList(from, Math.min(from + BATCH, wanted.size())));
        }
        Map<WindowId, Standing> found = new HashMap<>();
        for (List<Map<String, AttributeValue>> heads : parallel.map(batches, this::heads)) {
            for (Map<String, AttributeValue> head : heads) {
                Standing standing = standingOf(view, head);
                if (standing != null) {
                    found.put(standing.window(), standing);
                }
            }
        }
        return wanted.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    private List<Map<String, AttributeValue>> heads(List<WindowId> windows) {
        List<Map<String, AttributeValue>> heads = new ArrayList<>();
        Map<String, KeysAndAttributes> missing = Map.of(table, keys(windows));
        for (int attempt = 1; ; attempt++) {
            Map<String, KeysAndAttributes> asked = missing;
            var answer = dynamo.batchGetItem(get -> get.requestItems(asked));
            heads.addAll(answer.responses().getOrDefault(table, List.of()));
            missing = answer.unprocessedKeys();
            if (missing.isEmpty()) {
                return heads;
            }
            if (attempt == ATTEMPTS || !backoff.pause(attempt)) {
                throw new IllegalStateException("the table left windows unread");
            }
        }
    }

    private static KeysAndAttributes keys(List<WindowId> windows) {
        return KeysAndAttributes.builder()
                .keys(
                        windows.stream()
                                .map(window -> Attributes.key(window, Attributes.HEAD))
                                .toList())
                .consistentRead(true)
                .build();
    }

    /** Null for what a version without running totals has left: it shows with its row. */
    private static @Nullable Standing standingOf(View view, Map<String, AttributeValue> head) {
        AttributeValue json = head.get(Attributes.ROW);
        if (json != null) {
            Row row = RowJson.read(view, json.s());
            return new Standing(row.window(), row.totals(), publicationOf(head, row));
        }
        if (!head.containsKey(Attributes.TOTAL)) {
            return null;
        }
        WindowId window = WindowId.parse(view, required(head, Attributes.WINDOW_ID).s());
        return new Standing(window, Attributes.totals(head, Attributes.TOTAL), null);
    }

    private static Publication publicationOf(Map<String, AttributeValue> head, Row row) {
        AttributeValue changed = head.get(Attributes.CHANGED);
        AttributeValue first = head.get(Attributes.FIRST);
        return new Publication(
                row.revision(),
                changed == null ? null : Instant.parse(changed.s()),
                first == null ? null : row.totals().amount().minus(Money.of(first.n())));
    }
}
