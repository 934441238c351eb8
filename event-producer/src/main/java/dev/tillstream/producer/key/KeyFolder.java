package dev.tillstream.producer.key;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tillstream.contract.StoreId;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A folder with a {@link KeyFile} for each store, {@code stores/store_2}; the names of stores are
 * percent-encoded. Each file is read once.
 */
public final class KeyFolder implements StoreKeys {

    private final Path folder;
    private final Map<StoreId, String> read = new ConcurrentHashMap<>();

    public KeyFolder(Path folder) {
        this.folder = folder;
    }

    /** Where a store's key belongs. */
    public Path fileOf(StoreId store) {
        String name = URLEncoder.encode(store.value(), UTF_8).replace("+", "%20");
        // The encoder leaves dots, and these two name folders.
        return folder.resolve("stores")
                .resolve(name.matches("\\.\\.?") ? name.replace(".", "%2E") : name);
    }

    /** Where the key of another role belongs, for example {@code reader}. */
    public Path fileOfRole(String role) {
        return folder.resolve(role);
    }

    @Override
    public Optional<String> of(StoreId store) {
        Path file = fileOf(store);
        return Files.exists(file)
                ? Optional.of(read.computeIfAbsent(store, s -> KeyFile.read(file)))
                : Optional.empty();
    }
}
