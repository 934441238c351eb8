package dev.tillstream.local.aws.disk;

import dev.tillstream.local.aws.protocol.WireFormat;
import java.nio.file.Path;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import tools.jackson.databind.JsonNode;

/**
 * One file of H2's MVStore: a log of B-tree pages that cuts a torn end off by itself and reuses the
 * space of what has been removed. A commit writes what all threads changed until then, so those
 * that wait for one share the next.
 */
final class DiskFile implements Disk, AutoCloseable {

    // Services read their shelves only once: pages need no cache to speak of.
    private static final int CACHE_MEGABYTES = 4;

    private final MVStore store;
    private final Compaction compaction;

    DiskFile(Path file) {
        store =
                new MVStore.Builder()
                        .fileName(file.toString())
                        .cacheSize(CACHE_MEGABYTES)
                        // Else commits are handed to a background thread, not written.
                        .autoCommitDisabled()
                        .open();
        // Old pages wait for no one: a crash of the process loses nothing of what was written.
        store.setRetentionTime(0);
        compaction = new Compaction(store);
    }

    @Override
    public Shelf<String> named(String name) {
        return new MapShelf<>(store.openMap(name));
    }

    @Override
    public Shelf<Long> numbered(String name) {
        return new MapShelf<>(store.openMap(name));
    }

    @Override
    public void discard(String shelf) {
        store.removeMap(shelf);
    }

    @Override
    public void commit() {
        store.commit();
    }

    @Override
    public void close() {
        compaction.close();
        store.close();
    }

    private record MapShelf<K>(MVMap<K, byte[]> map) implements Shelf<K> {

        @Override
        public void put(K key, Supplier<JsonNode> value) {
            map.put(key, WireFormat.CBOR.write(value.get()));
        }

        @Override
        public void remove(K key) {
            map.remove(key);
        }

        @Override
        public void forEach(BiConsumer<K, JsonNode> use) {
            map.forEach((key, value) -> use.accept(key, WireFormat.CBOR.read(value)));
        }
    }
}
