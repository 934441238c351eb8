package dev.tillstream.access.key;

import java.util.Optional;

/** Where keys are looked up. */
@FunctionalInterface
public interface KeySource {

    /**
     * The newest state of a key.
     *
     * @throws KeysUnavailableException if it isn't known now whether there is one
     */
    Optional<StoredKey> find(String id);
}
