package dev.tillstream.access.key;

import dev.tillstream.contract.StoreId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a key.
 *
 * @param store whose events it may send; only and always for the role {@code store}
 * @param secret of the newest key under this id
 * @param previous of the one before, while it is good too
 * @param rotated when the newest was made, if it isn't the first
 * @param revoked since when none of them is good
 * @param revision counts the changes, so that two at once don't undo one another
 */
public record StoredKey(
        String id,
        Role role,
        @Nullable StoreId store,
        SecretHash secret,
        @Nullable Previous previous,
        Instant created,
        @Nullable Instant rotated,
        @Nullable Instant revoked,
        long revision) {

    public StoredKey {
        if ((role == Role.STORE) != (store != null)) {
            throw new IllegalArgumentException(
                    "key " + id + ": the role store, and no other, is bound to a store");
        }
    }

    /** The secret before the last rotation, good until then. */
    public record Previous(SecretHash secret, Instant until) {}

    /** How a key stands at some time. */
    public enum State {
        ACTIVE,
        /** Two secrets are good. */
        ROTATING,
        REVOKED
    }

    static StoredKey created(AccessKey key, Role role, @Nullable StoreId store, Instant now) {
        return new StoredKey(key.id(), role, store, key.hash(), null, now, null, null, 1);
    }

    public State state(Instant now) {
        if (revoked != null) {
            return State.REVOKED;
        }
        return previous != null && now.isBefore(previous.until) ? State.ROTATING : State.ACTIVE;
    }

    /** Whether this is, at that time, a good secret of this key. */
    public boolean accepts(SecretHash presented, Instant now) {
        boolean newest = secret.matches(presented);
        boolean before = previous != null && previous.secret.matches(presented);
        return switch (state(now)) {
            case ACTIVE -> newest;
            case ROTATING -> newest || before;
            case REVOKED -> false;
        };
    }

    StoredKey rotated(SecretHash fresh, Instant now, Instant previousUntil) {
        return new StoredKey(
                id,
                role,
                store,
                fresh,
                new Previous(secret, previousUntil),
                created,
                now,
                revoked,
                revision + 1);
    }

    StoredKey withoutPrevious() {
        return new StoredKey(
                id, role, store, secret, null, created, rotated, revoked, revision + 1);
    }

    StoredKey revoked(Instant now) {
        return new StoredKey(id, role, store, secret, null, created, rotated, now, revision + 1);
    }
}
