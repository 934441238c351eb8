package dev.tillstream.producer.store;

import dev.tillstream.contract.StoreId;

/** How many pieces of a product a store has, as far as the store knows. */
final class Shelf {

    /** Below this, the store takes goods in. */
    private static final int LOW = 10;

    private final StoreId storeId;
    private final Product product;
    private int level;

    Shelf(StoreId storeId, Product product, int counted) {
        this.storeId = storeId;
        this.product = product;
        level = counted;
    }

    StoreId storeId() {
        return storeId;
    }

    Product product() {
        return product;
    }

    int level() {
        return level;
    }

    boolean isLow() {
        return level < LOW;
    }

    void add(int quantity) {
        level += quantity;
    }
}
