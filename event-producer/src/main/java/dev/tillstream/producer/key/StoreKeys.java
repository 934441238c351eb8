package dev.tillstream.producer.key;

import dev.tillstream.contract.StoreId;
import java.util.Optional;

/** Finds the key by which a store's events are sent. For several threads. */
@FunctionalInterface
public interface StoreKeys {

    /** Nobody has one: for a receiver that asks for none. */
    StoreKeys NONE = store -> Optional.empty();

    /** The key as it goes behind {@code Bearer}. */
    Optional<String> of(StoreId store);

    /** One for all stores. */
    static StoreKeys one(String key) {
        return store -> Optional.of(key);
    }
}
