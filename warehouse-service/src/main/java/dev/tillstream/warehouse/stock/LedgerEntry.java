package dev.tillstream.warehouse.stock;

import dev.tillstream.contract.InventoryChanged;
import dev.tillstream.contract.OtherEvent;
import dev.tillstream.contract.RequestId;
import dev.tillstream.contract.SaleRecorded;
import dev.tillstream.contract.StoreEvent;
import java.time.Instant;
import java.util.Optional;

/** Something that happened to an item's stock, written down once and never changed. */
public sealed interface LedgerEntry permits StockMoved, StockCounted {

    /** The identity of the event that told of it. */
    String changeId();

    StockItem item();

    /** What the event calls the item. */
    Product product();

    RequestId requestId();

    /** When it happened, UTC, whole seconds. */
    Instant occurred();

    /** What an event says about stock; empty if nothing. */
    static Optional<LedgerEntry> of(StoreEvent event) {
        return switch (event) {
            case SaleRecorded sale -> Optional.of(ofSale(sale));
            case InventoryChanged change -> Optional.of(ofChange(change));
            case OtherEvent other -> Optional.empty();
        };
    }

    private static LedgerEntry ofSale(SaleRecorded sale) {
        return new StockMoved(
                sale.identity().id(),
                new StockItem(sale.storeId(), sale.sku()),
                new Product(sale.name(), sale.category()),
                sale.requestId(),
                sale.time(),
                sale.returned() ? MoveReason.RETURNED : MoveReason.SOLD,
                sale.returned() ? sale.quantity() : -sale.quantity());
    }

    private static LedgerEntry ofChange(InventoryChanged change) {
        return switch (change.change()) {
            case RECEIVED -> moved(change, MoveReason.RECEIVED);
            case ADJUSTED -> moved(change, MoveReason.ADJUSTED);
            case COUNTED ->
                    new StockCounted(
                            change.identity().id(),
                            new StockItem(change.storeId(), change.sku()),
                            new Product(change.name(), change.category()),
                            change.requestId(),
                            change.time(),
                            change.quantity());
        };
    }

    private static StockMoved moved(InventoryChanged change, MoveReason reason) {
        return new StockMoved(
                change.identity().id(),
                new StockItem(change.storeId(), change.sku()),
                new Product(change.name(), change.category()),
                change.requestId(),
                change.time(),
                reason,
                change.quantity());
    }
}
