package dev.tillstream.local.audit.stored;

import dev.tillstream.contract.Money;
import dev.tillstream.local.audit.Minute;
import dev.tillstream.local.audit.Published;
import dev.tillstream.local.audit.Tally;
import dev.tillstream.local.audit.WindowRecord;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The windows of the view {@code sales_revenue}: of each a head, with the latest row, and segments,
 * with the sums and identities that were appended.
 */
final class WindowTable {

    static final String VIEW = "sales_revenue";
    private static final int IDENTITY_BYTES = 16;

    private final DynamoDbClient dynamo;
    private final String table;

    WindowTable(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    Map<Minute, WindowRecord> read() {
        Map<Minute, WindowRecord> windows = new HashMap<>();
        dynamo.scanPaginator(scan -> scan.tableName(table).consistentRead(true)).items().stream()
                .filter(item -> required(item, "window_id").s().startsWith(VIEW + "|"))
                .forEach(item -> windows.merge(minute(item), part(item), WindowTable::join));
        return windows;
    }

    /** {@code view|start|store}: the store comes last, as it may hold anything. */
    private static Minute minute(Map<String, AttributeValue> item) {
        String[] parts = required(item, "window_id").s().split("\\|", 3);
        return new Minute(parts[2], Instant.parse(parts[1]));
    }

    private static WindowRecord part(Map<String, AttributeValue> item) {
        if (!required(item, "part").s().equals("head")) {
            long events = Long.parseLong(required(item, "events").n());
            var counted = new Tally(events, Money.of(required(item, "subtotal").n()));
            return new WindowRecord(counted, identities(item), Published.NOTHING);
        }
        AttributeValue row = item.get("row");
        Published published =
                row == null
                        ? Published.NOTHING
                        : DeliveredRows.published(DeliveredRows.EXACT.readTree(row.s()));
        return new WindowRecord(Tally.NONE, Set.of(), published);
    }

    private static WindowRecord join(WindowRecord one, WindowRecord other) {
        Set<String> identities = new HashSet<>(one.identities());
        identities.addAll(other.identities());
        return new WindowRecord(
                one.counted().plus(other.counted()), identities, one.row().latest(other.row()));
    }

    private static Set<String> identities(Map<String, AttributeValue> segment) {
        ByteBuffer bytes = required(segment, "identities").b().asByteBuffer();
        Set<String> identities = new HashSet<>();
        byte[] identity = new byte[IDENTITY_BYTES];
        while (bytes.hasRemaining()) {
            bytes.get(identity);
            identities.add(HexFormat.of().formatHex(identity));
        }
        return identities;
    }

    private static AttributeValue required(Map<String, AttributeValue> item, String name) {
        return Objects.requireNonNull(item.get(name), () -> "no " + name + " in " + item);
    }
}
