package dev.tillstream.analytics.window;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A window in memory: what the table holds of it, and the entries that the table lacks. */
final class Window {

    private @Nullable Staged staged;

    private final StoreClock clock;

    private WindowState state;

    /** The identities of all that is counted, staged or stored. */
    private IdentitySet counted;

    /** Whether another worker, or a write whose fate is unknown, may have changed the table. */
    private boolean doubtful;

    Window(StoredWindow stored, StoreClock clock) {
        this.clock = clock;
        state = stored.state();
        counted = IdentitySet.of(stored.identities());
    }

    WindowId id() {
        return state.id();
    }

    /** Its store's. */
    StoreClock clock() {
        return clock;
    }

    /** Whether it is time for its first row. */
    boolean closes(Instant now) {
        return clock.closes(id(), now);
    }

    /** Whether the entry is new to this window. */
    boolean add(Entry entry) {
        if (!counted.add(entry.identity())) {
            return false;
        }
        if (staged == null) {
            staged = new Staged();
        }
        staged.add(entry);
        return true;
    }

    /** Whether an entry that comes now is too late for the window's first row. */
    boolean isLate() {
        return state.row() != null;
    }

    boolean isExpired() {
        return state.expired();
    }

    boolean isStaged() {
        return staged != null;
    }

    void doubt() {
        doubtful = true;
    }

    boolean isDoubtful() {
        return doubtful;
    }

    /** Starts again from what the table holds now; entries that it holds need no second write. */
    void refresh(StoredWindow stored) {
        state = stored.state();
        counted = IdentitySet.of(stored.identities());
        Staged before = staged;
        staged = null;
        if (before != null) {
            before.entries().forEach(this::add);
        }
        doubtful = false;
    }

    /** Whether the next row is due; only a window's first waits until the window is closed. */
    boolean needsRow(Instant now) {
        return isSettled() && !isExpired() && state.isAheadOfRow() && (isLate() || closes(now));
    }

    @Nullable Row unsentRow() {
        return doubtful || state.sent() ? null : state.row();
    }

    /** Whether the table, and whoever reads the rows, knows all that memory knows. */
    boolean isDone() {
        boolean isPublished = state.sent() && !state.isAheadOfRow();
        return isSettled() && (isPublished || state.version() == 0 || isExpired());
    }

    /** Whether there is nothing to do but to wait for its end and grace. */
    boolean isWaiting() {
        boolean hasEntries = isStaged() || state.version() > 0;
        return hasEntries && !doubtful && !isLate() && !isExpired();
    }

    private boolean isSettled() {
        return !doubtful && !isStaged();
    }

    Change.Append append() {
        return new Change.Append(
                id(), state.version(), Objects.requireNonNull(staged).segment(isLate()));
    }

    Change.StoreRow storeRow() {
        return new Change.StoreRow(id(), state.version(), state.nextRow());
    }

    Change.MarkSent markSent() {
        return new Change.MarkSent(id(), state.version());
    }

    /** Does in memory what was done to the table. */
    void apply(Change change) {
        state = state.after(change);
        if (change instanceof Change.Append) {
            staged = null;
        }
        doubtful = false;
    }
}
