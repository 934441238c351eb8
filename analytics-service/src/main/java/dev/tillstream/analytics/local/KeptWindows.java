package dev.tillstream.analytics.local;

import dev.tillstream.analytics.view.View;
import dev.tillstream.analytics.window.Change;
import dev.tillstream.analytics.window.Identity;
import dev.tillstream.analytics.window.KeyRange;
import dev.tillstream.analytics.window.Segment;
import dev.tillstream.analytics.window.StoredWindow;
import dev.tillstream.analytics.window.Totals;
import dev.tillstream.analytics.window.WindowId;
import dev.tillstream.analytics.window.WindowState;
import dev.tillstream.analytics.window.WindowStore;
import dev.tillstream.contract.StoreId;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the table is elsewhere, in memory. A window's late events correct it as long as it is kept.
 * Windows that were published are kept until {@link #shrink()} finds that they take too much; then
 * those go first whose last change is the longest ago, and from then on that store's windows of
 * their time and before that aren't here are expired: what they have counted is no longer known.
 */
final class KeptWindows implements WindowStore {

    /** Roughly what a window takes before it has counted an event. */
    static final int WINDOW_BYTES = 1_000;

    private final long maximumBytes;

    /** The longest unchanged first. */
    private final Map<WindowId, Kept> windows = new LinkedHashMap<>();

    /** The start of the latest window that was dropped. */
    private final Map<Owner, Instant> dropped = new HashMap<>();

    private long bytes;

    private record Owner(String view, StoreId store) {

        static Owner of(WindowId window) {
            return new Owner(window.view().name(), window.store());
        }
    }

    /** A window, and the identities of its events, {@link Identity#BYTES} each. */
    private record Kept(WindowState state, List<byte[]> identities, boolean published) {

        Kept after(Change change) {
            if (change instanceof Change.Append append) {
                identities.add(packed(append.segment()));
            }
            return new Kept(state.after(change), identities, change instanceof Change.MarkSent);
        }

        long bytes() {
            return WINDOW_BYTES + state.totals().events() * Identity.BYTES;
        }

        StoredWindow stored() {
            Set<Identity> all = new HashSet<>();
            for (byte[] some : identities) {
                ByteBuffer packed = ByteBuffer.wrap(some);
                while (packed.hasRemaining()) {
                    all.add(Identity.readFrom(packed));
                }
            }
            return new StoredWindow(state, all);
        }

        private static byte[] packed(Segment segment) {
            ByteBuffer packed = ByteBuffer.allocate(segment.identities().size() * Identity.BYTES);
            segment.identities().forEach(identity -> identity.writeTo(packed));
            return packed.array();
        }
    }

    /**
     * None as yet.
     *
     * @param maximumBytes how much published windows may take, roughly
     */
    KeptWindows(long maximumBytes) {
        this.maximumBytes = maximumBytes;
    }

    @Override
    public Map<WindowId, StoredWindow> load(Collection<WindowId> wanted) {
        Map<WindowId, StoredWindow> found = new HashMap<>();
        for (WindowId id : wanted) {
            Kept kept = windows.get(id);
            found.put(id, kept == null ? missing(id) : kept.stored());
        }
        return found;
    }

    @Override
    public Set<WindowId> write(Collection<? extends Change> changes) {
        for (Change change : changes) {
            WindowId id = change.window();
            Kept before = windows.remove(id);
            if (before == null) {
                before = new Kept(WindowState.unknown(id), new ArrayList<>(), false);
            } else {
                bytes -= before.bytes();
            }
            if (before.state().version() != change.version()) {
                throw new IllegalStateException("another writer has changed " + id);
            }
            Kept after = before.after(change);
            windows.put(id, after);
            bytes += after.bytes();
        }
        return Set.of();
    }

    /** None: all that are pending are in the memory of the shard. */
    @Override
    public List<WindowId> pending(View view, KeyRange stores, int limit) {
        return List.of();
    }

    /** Drops what is too much; to be called when no window is in use but those still pending. */
    void shrink() {
        Iterator<Map.Entry<WindowId, Kept>> oldestFirst = windows.entrySet().iterator();
        while (bytes > maximumBytes && oldestFirst.hasNext()) {
            Map.Entry<WindowId, Kept> oldest = oldestFirst.next();
            if (oldest.getValue().published()) {
                bytes -= oldest.getValue().bytes();
                WindowId id = oldest.getKey();
                dropped.merge(
                        Owner.of(id), id.start(), (one, other) -> one.isAfter(other) ? one : other);
                oldestFirst.remove();
            }
        }
    }

    private StoredWindow missing(WindowId id) {
        Instant latest = dropped.get(Owner.of(id));
        if (latest == null || id.start().isAfter(latest)) {
            return StoredWindow.unknown(id);
        }
        var expired = new WindowState(id, 0, Totals.NONE, null, false, true);
        return new StoredWindow(expired, Set.of());
    }
}
