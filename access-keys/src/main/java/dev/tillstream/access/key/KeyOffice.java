package dev.tillstream.access.key;

import dev.tillstream.contract.StoreId;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Makes, rotates and revokes keys. */
public final class KeyOffice {

    /** Somebody else changes the same key at the same time: rare, and over soon. */
    private static final int ATTEMPTS = 5;

    private static final Comparator<StoredKey> ORDER =
            Comparator.comparing(StoredKey::role)
                    .thenComparing(key -> key.store() == null ? "" : key.store().value())
                    .thenComparing(StoredKey::created)
                    .thenComparing(StoredKey::id);

    private final KeyBook book;
    private final InstantSource clock;
    private final SecureRandom random;

    public KeyOffice(KeyBook book, InstantSource clock, SecureRandom random) {
        this.book = book;
        this.clock = clock;
        this.random = random;
    }

    /** A key that nobody can be told again, and what is kept of it. */
    public record Issued(AccessKey key, StoredKey stored) {}

    /** A key that sends the events of a store. */
    public Issued createForStore(StoreId store) {
        return create(Role.STORE, store);
    }

    /** A key of another role. */
    public Issued create(Role role) {
        return create(role, null);
    }

    private Issued create(Role role, @Nullable StoreId store) {
        while (true) {
            AccessKey key = AccessKey.random(random);
            StoredKey stored = StoredKey.created(key, role, store, now());
            // 48 random bits: the second try is for the form's sake.
            if (book.add(stored)) {
                return new Issued(key, stored);
            }
        }
    }

    /**
     * A new secret under the same id.
     *
     * @param overlap how long the one before stays good
     * @throws KeyRefusedException if there is no such key, it is revoked, or two are good already
     */
    public Issued rotate(String id, Duration overlap) {
        AccessKey fresh = AccessKey.withId(id, random);
        StoredKey stored =
                change(
                        id,
                        key -> {
                            Instant now = now();
                            requireActive(key, now);
                            return key.rotated(fresh.hash(), now, now.plus(overlap));
                        });
        return new Issued(fresh, stored);
    }

    /**
     * Ends the secret before the last rotation now.
     *
     * @throws KeyRefusedException if there is no such key, or no such secret
     */
    public StoredKey endPrevious(String id) {
        return change(
                id,
                key -> {
                    if (key.state(now()) != StoredKey.State.ROTATING) {
                        throw new KeyRefusedException(
                                "Key " + id + " has no previous secret that is still good");
                    }
                    return key.withoutPrevious();
                });
    }

    /**
     * Ends a key for good. A revoked one stays as it is.
     *
     * @throws KeyRefusedException if there is no such key
     */
    public StoredKey revoke(String id) {
        return change(id, key -> key.revoked() == null ? key.revoked(now()) : key);
    }

    /** Whether it is good now. */
    public boolean isGood(AccessKey key) {
        return book.find(key.id()).filter(known -> known.accepts(key.hash(), now())).isPresent();
    }

    /** By role, store and age. */
    public List<StoredKey> list() {
        return book.all().stream().sorted(ORDER).toList();
    }

    private static void requireActive(StoredKey key, Instant now) {
        switch (key.state(now)) {
            case ACTIVE -> {}
            case REVOKED ->
                    throw new KeyRefusedException(
                            "Key " + key.id() + " was revoked at " + key.revoked());
            case ROTATING ->
                    throw new KeyRefusedException(
                            "Key "
                                    + key.id()
                                    + " has two good secrets already; end the previous one first:"
                                    + " ./run keys revoke --previous "
                                    + key.id());
        }
    }

    private StoredKey change(String id, UnaryOperator<StoredKey> step) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            StoredKey known =
                    book.find(id)
                            .orElseThrow(() -> new KeyRefusedException("There is no key " + id));
            StoredKey changed = step.apply(known);
            if (changed.equals(known) || book.replace(changed)) {
                return changed;
            }
        }
        throw new KeyRefusedException(
                "Key " + id + " is being changed by somebody else: try again");
    }

    private Instant now() {
        return clock.instant();
    }
}
