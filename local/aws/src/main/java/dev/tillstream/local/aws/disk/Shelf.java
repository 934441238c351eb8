package dev.tillstream.local.aws.disk;

import java.util.function.BiConsumer;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/**
 * Values by their keys, in the order of the keys. A change is on disk after the next {@link
 * Disk#commit}; many threads may call.
 *
 * @param <K> {@link String} or {@link Long}
 */
public interface Shelf<K> {

    /** The value, an object, is asked for only where there is a disk; times keep milliseconds. */
    void put(K key, Supplier<JsonNode> value);

    void remove(K key);

    /** What is there after a start, to take it into memory again. */
    void forEach(BiConsumer<K, JsonNode> use);
}
