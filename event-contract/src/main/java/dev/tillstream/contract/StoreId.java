package dev.tillstream.contract;

/**
 * A store, by the name its events carry: 1-64 printable characters (real stores are called "United
 * Kingdom").
 */
public record StoreId(String value) {

    public StoreId {
        Text.require("store_id", value, 64);
    }

    @Override
    public String toString() {
        return value;
    }
}
