package dev.tillstream.analytics.state;

import static dev.tillstream.analytics.state.Attributes.number;
import static dev.tillstream.analytics.state.Attributes.required;
import static dev.tillstream.analytics.state.Attributes.text;
import static dev.tillstream.analytics.state.Attributes.time;

import dev.tillstream.analytics.row.RowJson;
import dev.tillstream.analytics.window.Identity;
import dev.tillstream.analytics.window.Row;
import dev.tillstream.analytics.window.StoredWindow;
import dev.tillstream.analytics.window.Totals;
import dev.tillstream.analytics.window.WindowId;
import dev.tillstream.analytics.window.WindowState;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Reads a window with all its segments, and sees to it that they outlive what is added next. */
final class WindowReader {

    /** A query is not a snapshot: it may find a head whose newest segment it just missed. */
    private static final int TRIES = 3;

    /** A window may stay in memory for as long between its reading and its next change. */
    private static final Duration MARGIN = Duration.ofDays(1);

    private final DynamoDbClient dynamo;
    private final StateSettings settings;
    private final InstantSource clock;

    WindowReader(DynamoDbClient dynamo, StateSettings settings, InstantSource clock) {
        this.dynamo = dynamo;
        this.settings = settings;
        this.clock = clock;
    }

    StoredWindow read(WindowId window) {
        Parts parts = query(window);
        for (int tries = 1; !parts.isComplete() && tries < TRIES; tries++) {
            parts = query(window);
        }
        Map<String, AttributeValue> head = parts.head();
        if (head == null) {
            return StoredWindow.unknown(window);
        }
        Instant now = clock.instant();
        boolean expired =
                !parts.isComplete() || time(head, Attributes.RETAINED_UNTIL).isBefore(now);
        if (!expired) {
            parts.segments().forEach(segment -> keep(segment, now));
        }
        return windowOf(window, head, parts.segments(), expired);
    }

    /** What a query found; the head sorts before the segments, so it is the older observation. */
    private record Parts(
            @Nullable Map<String, AttributeValue> head,
            List<Map<String, AttributeValue>> segments) {

        boolean isComplete() {
            return head == null
                    ? segments.isEmpty()
                    : segments.size() >= number(head, Attributes.SEGMENTS);
        }
    }

    private Parts query(WindowId window) {
        List<Map<String, AttributeValue>> items =
                dynamo
                        .queryPaginator(query ->
                                query.tableName(settings.table())
                                        .consistentRead(true)
                                        .keyConditionExpression("window_id = :window")
                                        .expressionAttributeValues(
                                                Map.of(":window", text(window.toString()))))
                        .items()
                        .stream()
                        .toList();
        if (items.isEmpty() || !required(items.getFirst(), Attributes.PART).s().equals("head")) {
            return new Parts(null, items);
        }
        return new Parts(items.getFirst(), items.subList(1, items.size()));
    }

    private static StoredWindow windowOf(
            WindowId window,
            Map<String, AttributeValue> head,
            List<Map<String, AttributeValue>> segments,
            boolean expired) {
        Totals totals = Totals.NONE;
        Set<Identity> identities = new HashSet<>();
        for (Map<String, AttributeValue> segment : segments) {
            totals = totals.plus(Attributes.totals(segment, Attributes.SUBTOTAL));
            identities.addAll(Attributes.identities(segment));
        }
        AttributeValue json = head.get(Attributes.ROW);
        Row row = json == null ? null : RowJson.read(window.view(), json.s());
        AttributeValue sent = head.get(Attributes.SENT);
        var state =
                new WindowState(
                        window,
                        number(head, Attributes.VERSION),
                        totals,
                        row,
                        sent != null && sent.bool(),
                        expired);
        return new StoredWindow(state, identities);
    }

    /** Late money keeps all of its window alive, the segments of the first minute as well. */
    private void keep(Map<String, AttributeValue> segment, Instant now) {
        Instant needed = now.plus(settings.retention()).plus(MARGIN);
        if (time(segment, Attributes.EXPIRES_AT).isBefore(needed)) {
            dynamo.updateItem(update ->
                    update.tableName(settings.table())
                            .key(
                                    Map.of(
                                            Attributes.WINDOW_ID,
                                            required(segment, Attributes.WINDOW_ID),
                                            Attributes.PART,
                                            required(segment, Attributes.PART)))
                            .updateExpression("SET expires_at = :expires")
                            .conditionExpression("attribute_exists(expires_at)")
                            .expressionAttributeValues(
                                    Map.of(":expires", time(settings.segmentExpiry(now)))));
        }
    }
}
