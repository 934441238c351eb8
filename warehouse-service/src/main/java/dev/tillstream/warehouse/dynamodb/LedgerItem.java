package dev.tillstream.warehouse.dynamodb;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import dev.tillstream.contract.RequestId;
import dev.tillstream.contract.Sku;
import dev.tillstream.contract.StoreId;
import dev.tillstream.warehouse.stock.LedgerEntry;
import dev.tillstream.warehouse.stock.MoveReason;
import dev.tillstream.warehouse.stock.StockCounted;
import dev.tillstream.warehouse.stock.StockItem;
import dev.tillstream.warehouse.stock.StockMoved;
import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A ledger entry as the table holds it. */
final class LedgerItem {

    private static final String COUNTED = "COUNTED";

    private LedgerItem() {}

    static Map<String, AttributeValue> of(LedgerEntry entry) {
        return Map.of(
                "change_id", fromS(entry.changeId()),
                "item", fromS(itemKey(entry.item())),
                "occurred", fromS(entry.occurred() + "#" + entry.changeId()),
                "occurred_at", fromS(entry.occurred().toString()),
                "store_id", fromS(entry.item().storeId().value()),
                "sku", fromS(entry.item().sku().value()),
                "request_id", fromS(entry.requestId().value()),
                "kind", fromS(kind(entry)),
                "quantity", fromN(Integer.toString(quantity(entry))));
    }

    static LedgerEntry read(Map<String, AttributeValue> attributes) {
        Item item = new Item(attributes);
        String changeId = item.text("change_id");
        StockItem stock =
                new StockItem(new StoreId(item.text("store_id")), new Sku(item.text("sku")));
        RequestId requestId = new RequestId(item.text("request_id"));
        Instant occurred = Instant.parse(item.text("occurred_at"));
        int quantity = Integer.parseInt(item.number("quantity"));
        String kind = item.text("kind");
        return kind.equals(COUNTED)
                ? new StockCounted(changeId, stock, requestId, occurred, quantity)
                : new StockMoved(
                        changeId, stock, requestId, occurred, MoveReason.valueOf(kind), quantity);
    }

    /**
     * Both names in one key of the index: the first {@code #} parts them, for one in the store's
     * name is written {@code %23}.
     */
    static String itemKey(StockItem item) {
        String store = item.storeId().value().replace("%", "%25").replace("#", "%23");
        return store + "#" + item.sku().value();
    }

    /** Sorts behind everything of that second ("#" and an id follow it), before the next second. */
    static String behind(Instant second) {
        return second + "$";
    }

    private static String kind(LedgerEntry entry) {
        return switch (entry) {
            case StockMoved moved -> moved.reason().name();
            case StockCounted counted -> COUNTED;
        };
    }

    private static int quantity(LedgerEntry entry) {
        return switch (entry) {
            case StockMoved moved -> moved.quantity();
            case StockCounted counted -> counted.quantity();
        };
    }
}
