package dev.tillstream.analytics.state;

import static dev.tillstream.analytics.state.Attributes.flag;
import static dev.tillstream.analytics.state.Attributes.money;
import static dev.tillstream.analytics.state.Attributes.number;
import static dev.tillstream.analytics.state.Attributes.text;
import static dev.tillstream.analytics.state.Attributes.time;

import dev.tillstream.analytics.row.RowJson;
import dev.tillstream.analytics.window.Change;
import dev.tillstream.analytics.window.Totals;
import dev.tillstream.analytics.window.WindowId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

/** Makes one change of one window, or finds that another worker was faster. */
final class WindowWriter {

    /** Reasons of a cancelled transaction that mean "someone else wrote"; others are failures. */
    private static final Set<String> CONFLICTS =
            Set.of("ConditionalCheckFailed", "TransactionConflict");

    private final DynamoDbClient dynamo;
    private final StateSettings settings;
    private final InstantSource clock;
    private final String stream;

    WindowWriter(
            DynamoDbClient dynamo, StateSettings settings, InstantSource clock, String stream) {
        this.dynamo = dynamo;
        this.settings = settings;
        this.clock = clock;
        this.stream = stream;
    }

    /** Whether the change was made; false if the window has another version by now. */
    boolean write(Change change) {
        try {
            switch (change) {
                case Change.Append append -> append(append);
                case Change.StoreRow stored -> update(rowOf(stored));
                case Change.MarkSent marked ->
                        update(
                                new HeadUpdate(marked)
                                        .set(Attributes.SENT, flag(true))
                                        .remove(Attributes.PENDING));
            }
            return true;
        } catch (ConditionalCheckFailedException | TransactionConflictException e) {
            return false;
        } catch (TransactionCanceledException e) {
            if (e.cancellationReasons().stream()
                    .map(CancellationReason::code)
                    .anyMatch(CONFLICTS::contains)) {
                return false;
            }
            throw e;
        }
    }

    private HeadUpdate rowOf(Change.StoreRow stored) {
        return new HeadUpdate(stored)
                .set(Attributes.REVISION, number(stored.row().revision()))
                .set(Attributes.ROW, text(RowJson.write(stored.row())))
                .set(Attributes.CHANGED, text(Attributes.sortable(clock.instant())))
                .setOnce(Attributes.FIRST, money(stored.row().totals()))
                .set(Attributes.SENT, flag(false));
    }

    /** One transaction: the head alone decides, and whoever reads finds both or neither. */
    private void append(Change.Append append) {
        Instant now = clock.instant();
        WindowId window = append.window();
        Totals added = append.segment().totals();
        Instant retainedUntil = now.plus(settings.retention());
        var head =
                new HeadUpdate(append)
                        .add(Attributes.SEGMENTS, number(1))
                        .add(Attributes.TOTAL, money(added))
                        .add(Attributes.EVENTS, number(added.events()))
                        .add(Attributes.RETURNS, number(added.returns()))
                        .add(Attributes.LATE, number(added.late()))
                        .set(Attributes.SERIES, Attributes.series(window))
                        .set(Attributes.PENDING, Attributes.pending(window, stream))
                        .set(Attributes.VIEW, text(window.view().name()))
                        .set(Attributes.STORE_ID, text(window.store().value()))
                        .set(Attributes.WINDOW_START, text(window.start().toString()))
                        .set(Attributes.RETAINED_UNTIL, time(retainedUntil))
                        .set(Attributes.EXPIRES_AT, time(retainedUntil.plus(settings.history())));
        var segment =
                TransactWriteItem.builder()
                        .put(put -> put.tableName(settings.table()).item(segment(append, now)))
                        .build();
        dynamo.transactWriteItems(
                transaction -> transaction.transactItems(head.item(settings.table()), segment));
    }

    private Map<String, AttributeValue> segment(Change.Append append, Instant now) {
        Totals totals = append.segment().totals();
        long version = append.version() + 1;
        Map<String, AttributeValue> item =
                new HashMap<>(Attributes.key(append.window(), Attributes.segmentPart(version)));
        item.put(Attributes.VERSION, number(version));
        item.put(Attributes.SUBTOTAL, money(totals));
        item.put(Attributes.EVENTS, number(totals.events()));
        item.put(Attributes.RETURNS, number(totals.returns()));
        item.put(Attributes.LATE, number(totals.late()));
        item.put(Attributes.IDENTITIES, Attributes.identities(append.segment().identities()));
        item.put(Attributes.EXPIRES_AT, time(settings.segmentExpiry(now)));
        return item;
    }

    private void update(HeadUpdate head) {
        dynamo.updateItem(head.request(settings.table()));
    }
}
