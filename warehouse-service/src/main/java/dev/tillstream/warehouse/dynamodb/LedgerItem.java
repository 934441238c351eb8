package dev.tillstream.warehouse.dynamodb;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import dev.tillstream.contract.RequestId;
import dev.tillstream.contract.Sku;
import dev.tillstream.contract.StoreId;
import dev.tillstream.warehouse.stock.LedgerEntry;
import dev.tillstream.warehouse.stock.LedgerPosition;
import dev.tillstream.warehouse.stock.MoveReason;
import dev.tillstream.warehouse.stock.Product;
import dev.tillstream.warehouse.stock.StockCounted;
import dev.tillstream.warehouse.stock.StockItem;
import dev.tillstream.warehouse.stock.StockMoved;
import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A ledger entry as the table holds it. */
final class LedgerItem {

    static final String CHANGE_ID = "change_id";

    private static final String COUNTED = "COUNTED";

    private LedgerItem() {}

    static Map<String, AttributeValue> of(LedgerEntry entry) {
        return Map.ofEntries(
                Map.entry(CHANGE_ID, fromS(entry.changeId())),
                Map.entry("item", fromS(itemKey(entry.item()))),
                Map.entry("occurred", occurred(LedgerItem.position(entry))),
                Map.entry("occurred_at", fromS(entry.occurred().toString())),
                Map.entry("store_id", fromS(entry.item().storeId().value())),
                Map.entry("sku", fromS(entry.item().sku().value())),
                Map.entry("name", fromS(entry.product().name())),
                Map.entry("category", fromS(entry.product().category())),
                Map.entry("request_id", fromS(entry.requestId().value())),
                Map.entry("kind", fromS(kind(entry))),
                Map.entry("quantity", fromN(Integer.toString(quantity(entry)))));
    }

    /** The keys of the table and of its index by item, as a query wants them to start after. */
    static Map<String, AttributeValue> keys(StockItem item, LedgerPosition position) {
        return Map.of(
                CHANGE_ID,
                fromS(position.changeId()),
                "item",
                fromS(itemKey(item)),
                "occurred",
                occurred(position));
    }

    private static LedgerPosition position(LedgerEntry entry) {
        return new LedgerPosition(entry.occurred(), entry.changeId());
    }

    private static AttributeValue occurred(LedgerPosition position) {
        return fromS(position.occurred() + "#" + position.changeId());
    }

    static LedgerEntry read(Map<String, AttributeValue> attributes) {
        Item item = new Item(attributes);
        String changeId = item.text(CHANGE_ID);
        StockItem stock =
                new StockItem(new StoreId(item.text("store_id")), new Sku(item.text("sku")));
        Product product = new Product(item.text("name"), item.text("category"));
        RequestId requestId = new RequestId(item.text("request_id"));
        Instant occurred = Instant.parse(item.text("occurred_at"));
        int quantity = Integer.parseInt(item.number("quantity"));
        String kind = item.text("kind");
        return kind.equals(COUNTED)
                ? new StockCounted(changeId, stock, product, requestId, occurred, quantity)
                : new StockMoved(
                        changeId,
                        stock,
                        product,
                        requestId,
                        occurred,
                        MoveReason.valueOf(kind),
                        quantity);
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
