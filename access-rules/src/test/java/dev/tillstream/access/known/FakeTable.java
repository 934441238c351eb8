package dev.tillstream.access.known;

import dev.tillstream.access.key.KeyBook;
import dev.tillstream.access.key.KeysUnavailableException;
import dev.tillstream.access.key.StoredKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** A table that can be down, and made to wait. */
final class FakeTable implements KeyBook {

    final AtomicInteger lookups = new AtomicInteger();
    volatile boolean down;
    volatile CountDownLatch gate = new CountDownLatch(0);
    private final Map<String, StoredKey> keys = new ConcurrentHashMap<>();

    @Override
    public Optional<StoredKey> find(String id) {
        lookups.incrementAndGet();
        try {
            gate.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        if (down) {
            throw new KeysUnavailableException("down", new IllegalStateException());
        }
        return Optional.ofNullable(keys.get(id));
    }

    @Override
    public List<StoredKey> all() {
        return List.copyOf(keys.values());
    }

    @Override
    public boolean add(StoredKey key) {
        return keys.putIfAbsent(key.id(), key) == null;
    }

    @Override
    public boolean replace(StoredKey key) {
        keys.put(key.id(), key);
        return true;
    }
}
