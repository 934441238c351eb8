package dev.tillstream.local.aws.disk;

import java.util.function.BiConsumer;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** Keeps nothing. */
enum NoDisk implements Disk {
    INSTANCE;

    @Override
    public Shelf<String> named(String name) {
        return new NoShelf<>();
    }

    @Override
    public Shelf<Long> numbered(String name) {
        return new NoShelf<>();
    }

    @Override
    public void discard(String shelf) {}

    @Override
    public void commit() {}

    private record NoShelf<K>() implements Shelf<K> {

        @Override
        public void put(K key, Supplier<JsonNode> value) {}

        @Override
        public void remove(K key) {}

        @Override
        public void forEach(BiConsumer<K, JsonNode> use) {}
    }
}
