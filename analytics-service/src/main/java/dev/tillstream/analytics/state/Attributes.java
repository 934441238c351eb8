package dev.tillstream.analytics.state;

import dev.tillstream.analytics.view.View;
import dev.tillstream.analytics.window.Identity;
import dev.tillstream.analytics.window.KeyRange;
import dev.tillstream.analytics.window.Totals;
import dev.tillstream.analytics.window.WindowId;
import dev.tillstream.contract.Money;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The names and forms of what is in the windows table. */
final class Attributes {

    static final String WINDOW_ID = "window_id";
    static final String PART = "part";
    static final String HEAD = "head";

    /** Hash key of a sparse index: only windows that still owe a row have it. */
    static final String PENDING = "pending";

    static final String PENDING_INDEX = "pending-index";

    /** In the head: a view and a sixteenth of its stores. Hash key of two indexes of readers. */
    static final String SERIES = "series";

    static final String STORE_INDEX = "store-index";
    static final String SERIES_INDEX = "series-index";
    static final String CHANGES_INDEX = "changes-index";

    static final String VERSION = "version";
    static final String VIEW = "view";
    static final String STORE_ID = "store_id";
    static final String WINDOW_START = "window_start";

    /** In the head: how many segments there are, so that a reader knows when one is missing. */
    static final String SEGMENTS = "segments";

    static final String REVISION = "revision";
    static final String ROW = "row";
    static final String SENT = "sent";

    /** In the head: when the latest row was stored, as text that sorts by time. */
    static final String CHANGED = "changed";

    /** In the head: what the window's first row amounted to. */
    static final String FIRST = "first";

    /** In the head: the sum of all segments, which have their own {@code subtotal}. */
    static final String TOTAL = "total";

    /** In the head: until when all segments are certainly there. */
    static final String RETAINED_UNTIL = "retained_until";

    /** When DynamoDB may delete the item. */
    static final String EXPIRES_AT = "expires_at";

    static final String SUBTOTAL = "subtotal";
    static final String EVENTS = "events";
    static final String RETURNS = "returns";
    static final String LATE = "late";
    static final String IDENTITIES = "identities";

    private static final DateTimeFormatter MILLISECONDS =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);

    private Attributes() {}

    static Map<String, AttributeValue> key(WindowId window, String part) {
        return Map.of(WINDOW_ID, text(window.toString()), PART, text(part));
    }

    /** Sorts after the head and in the order of writing. */
    static String segmentPart(long version) {
        return String.format(Locale.ROOT, "segment-%010d", version);
    }

    /**
     * Spreads the pending windows of a view that one stream feeds over sixteen keys, of which a
     * shard reads only some.
     */
    static String pending(View view, String stream, int slot) {
        return view.name() + "@" + stream + "#" + Integer.toHexString(slot);
    }

    static AttributeValue pending(WindowId window, String stream) {
        return text(pending(window.view(), stream, KeyRange.slotOf(window.store())));
    }

    static String series(View view, int slot) {
        return view.name() + "#" + Integer.toHexString(slot);
    }

    static AttributeValue series(WindowId window) {
        return text(series(window.view(), KeyRange.slotOf(window.store())));
    }

    /** Always with milliseconds, so that the texts sort as the times do. */
    static String sortable(Instant time) {
        return MILLISECONDS.format(time);
    }

    static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }

    static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }

    static AttributeValue flag(boolean value) {
        return AttributeValue.fromBool(value);
    }

    static AttributeValue time(Instant value) {
        return number(value.getEpochSecond());
    }

    static AttributeValue identities(List<Identity> values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.size() * Identity.BYTES);
        values.forEach(value -> value.writeTo(bytes));
        return AttributeValue.fromB(SdkBytes.fromByteBuffer(bytes.flip()));
    }

    static List<Identity> identities(Map<String, AttributeValue> segment) {
        ByteBuffer bytes = required(segment, IDENTITIES).b().asByteBuffer();
        List<Identity> values = new ArrayList<>(bytes.remaining() / Identity.BYTES);
        while (bytes.hasRemaining()) {
            values.add(Identity.readFrom(bytes));
        }
        return values;
    }

    static AttributeValue money(Totals totals) {
        return AttributeValue.fromN(totals.amount().toString());
    }

    /** What is summed in an item: in a segment {@link #SUBTOTAL}, in the head {@link #TOTAL}. */
    static Totals totals(Map<String, AttributeValue> item, String amount) {
        return new Totals(
                Money.of(required(item, amount).n()),
                number(item, EVENTS),
                number(item, RETURNS),
                number(item, LATE));
    }

    static long number(Map<String, AttributeValue> item, String name) {
        return Long.parseLong(required(item, name).n());
    }

    static Instant time(Map<String, AttributeValue> item, String name) {
        return Instant.ofEpochSecond(number(item, name));
    }

    static AttributeValue required(Map<String, AttributeValue> item, String name) {
        AttributeValue value = item.get(name);
        if (value == null) {
            throw new IllegalStateException("no " + name + " in " + item.get(WINDOW_ID));
        }
        return value;
    }
}
