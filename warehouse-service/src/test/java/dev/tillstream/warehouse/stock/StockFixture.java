package dev.tillstream.warehouse.stock;

import dev.tillstream.contract.InventoryChanged;
import dev.tillstream.contract.Money;
import dev.tillstream.contract.RequestId;
import dev.tillstream.contract.SaleRecorded;
import dev.tillstream.contract.Sku;
import dev.tillstream.contract.StockChange;
import dev.tillstream.contract.StoreId;
import java.time.Instant;

/** Events about the stock of one item, told by the second they happened in. */
public final class StockFixture {

    public static final Instant START = Instant.parse("2010-12-01T08:26:00Z");

    private StockFixture() {}

    public static StockItem item(String store, String sku) {
        return new StockItem(new StoreId(store), new Sku(sku));
    }

    public static SaleRecorded sale(StockItem item, String id, int second, int quantity) {
        return sale(item, id, second, quantity, false);
    }

    public static SaleRecorded takenBack(StockItem item, String id, int second, int quantity) {
        return sale(item, id, second, quantity, true);
    }

    private static SaleRecorded sale(
            StockItem item, String id, int second, int quantity, boolean returned) {
        return new SaleRecorded(
                item.storeId(),
                new RequestId(id),
                START.plusSeconds(second),
                "Hanging heart",
                "Home",
                item.sku(),
                Money.of("2.55"),
                returned,
                quantity,
                "{}");
    }

    public static InventoryChanged change(
            StockItem item, String id, int second, StockChange change, int quantity) {
        return new InventoryChanged(
                item.storeId(),
                new RequestId(id),
                START.plusSeconds(second),
                "Hanging heart",
                "Home",
                item.sku(),
                change,
                quantity,
                "{}");
    }

    public static LedgerEntry sold(StockItem item, String id, int second, int quantity) {
        return LedgerEntry.of(sale(item, id, second, quantity)).orElseThrow();
    }

    public static LedgerEntry received(StockItem item, String id, int second, int quantity) {
        return LedgerEntry.of(change(item, id, second, StockChange.RECEIVED, quantity))
                .orElseThrow();
    }

    public static LedgerEntry adjusted(StockItem item, String id, int second, int quantity) {
        return LedgerEntry.of(change(item, id, second, StockChange.ADJUSTED, quantity))
                .orElseThrow();
    }

    public static LedgerEntry counted(StockItem item, String id, int second, int quantity) {
        return LedgerEntry.of(change(item, id, second, StockChange.COUNTED, quantity))
                .orElseThrow();
    }
}
