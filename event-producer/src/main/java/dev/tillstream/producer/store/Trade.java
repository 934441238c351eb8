package dev.tillstream.producer.store;

import dev.tillstream.contract.InventoryChanged;
import dev.tillstream.contract.RequestId;
import dev.tillstream.contract.SaleRecorded;
import dev.tillstream.contract.StockChange;
import dev.tillstream.contract.StoreEvent;
import dev.tillstream.contract.StoreId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Makes up what happens next in the stores. */
final class Trade {

    private static final int MOST_PIECES = 3;

    private final RandomGenerator random;
    private final List<Shelf> shelves = new ArrayList<>();
    private final StoreSettings settings;
    private @Nullable StoreEvent last;
    private boolean sold;

    Trade(StoreSettings settings, RandomGenerator random) {
        this.settings = settings;
        this.random = random;
        for (int store = 1; store <= settings.stores(); store++) {
            StoreId storeId = new StoreId("store_" + store);
            for (Product product : Catalogue.PRODUCTS) {
                shelves.add(new Shelf(storeId, product, random.nextInt(40, 160)));
            }
        }
    }

    int shelves() {
        return shelves.size();
    }

    List<StoreEvent> countShelves(Instant time) {
        return shelves.stream()
                .<StoreEvent>map(shelf -> change(shelf, StockChange.COUNTED, shelf.level(), time))
                .toList();
    }

    /** Something new, or what happened last once more. */
    StoreEvent next(Instant now) {
        if (last != null && happens(settings.duplicates())) {
            return last;
        }
        last = happen(happens(settings.late()) ? now.minus(settings.lateBy()) : now);
        return last;
    }

    /** Draws nothing for what never happens, so that a seed's events don't depend on it. */
    private boolean happens(double part) {
        return part > 0 && random.nextDouble() < part;
    }

    /**
     * Goods for a shelf that runs low, else a sale, now and then a return; never a return first.
     */
    private StoreEvent happen(Instant time) {
        Shelf shelf = shelves.get(random.nextInt(shelves.size()));
        if (sold && shelf.isLow()) {
            int received = random.nextInt(60, 120);
            shelf.add(received);
            return change(shelf, StockChange.RECEIVED, received, time);
        }
        boolean returned = sold && random.nextDouble() < settings.returns();
        int quantity = random.nextInt(1, MOST_PIECES + 1);
        shelf.add(returned ? quantity : -quantity);
        sold = true;
        return sale(shelf, quantity, returned, time);
    }

    private StoreEvent sale(Shelf shelf, int quantity, boolean returned, Instant time) {
        Product product = shelf.product();
        return new SaleRecorded(
                shelf.storeId(),
                requestId(),
                time,
                product.name(),
                product.category(),
                product.sku(),
                product.priceOf(quantity),
                returned,
                quantity,
                "{}");
    }

    private StoreEvent change(Shelf shelf, StockChange change, int quantity, Instant time) {
        Product product = shelf.product();
        return new InventoryChanged(
                shelf.storeId(),
                requestId(),
                time,
                product.name(),
                product.category(),
                product.sku(),
                change,
                quantity,
                "{}");
    }

    private RequestId requestId() {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        return new RequestId(HexFormat.of().formatHex(bytes));
    }
}
