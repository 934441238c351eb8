package dev.tillstream.publisher.shared;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is held for the bus, and which events share the next call. Senders take turns, one event
 * each, so that a large one delays a small one by no more than the calls under way. Pure: it knows
 * no thread and no clock; times are nanoseconds of any one clock that never goes back.
 */
final class Backlog {

    /** PutEvents takes 10 entries at most. */
    static final int MAX_ENTRIES = 10;

    private final SharingSettings settings;
    private final LinkedHashSet<Consignment> turns = new LinkedHashSet<>();
    private final LinkedHashSet<Consignment> byAge = new LinkedHashSet<>();
    private int calls;
    private int waiting;
    private long waitingBytes;
    private int held;
    private long heldBytes;

    Backlog(SharingSettings settings) {
        this.settings = settings;
    }

    /**
     * Takes the events of one sender as far as they fit. The last quarter is kept for the first
     * events of each sender: a few large ones can't shut small ones out.
     *
     * @return those that did not fit
     */
    List<Parcel> offer(Consignment sender, long now) {
        List<Parcel> refused = new ArrayList<>();
        for (Parcel parcel : sender.parcels()) {
            if (fits(parcel)) {
                hold(parcel);
            } else {
                refused.add(parcel);
            }
        }
        if (!sender.waiting.isEmpty()) {
            sender.arrived = now;
            turns.addLast(sender);
            byAge.addLast(sender);
        }
        return refused;
    }

    /** The events of a call to make now; empty when there is none. */
    List<Parcel> next(long now) {
        if (waiting == 0 || calls == settings.maxCalls() || (!isFull() && lingers(now))) {
            return List.of();
        }
        List<Parcel> call = new ArrayList<>(MAX_ENTRIES);
        int bytes = 0;
        while (call.size() < MAX_ENTRIES && !turns.isEmpty()) {
            Consignment sender = turns.getFirst();
            Parcel parcel = sender.waiting.getFirst();
            if (!call.isEmpty() && bytes + parcel.bytes() > settings.maxCallBytes()) {
                break;
            }
            turns.removeFirst();
            sender.waiting.removeFirst();
            if (sender.waiting.isEmpty()) {
                byAge.remove(sender);
            } else {
                turns.addLast(sender);
            }
            call.add(parcel);
            bytes += parcel.bytes();
        }
        waiting -= call.size();
        waitingBytes -= bytes;
        calls++;
        return call;
    }

    /** A call has ended, and what became of its events is known. */
    void done(List<Parcel> call) {
        calls--;
        call.forEach(this::release);
    }

    /** Takes out what has waited for too long. */
    List<Parcel> expired(long now) {
        List<Parcel> expired = new ArrayList<>();
        for (Consignment oldest = oldest();
                oldest != null && now - oldest.arrived >= settings.patience().toNanos();
                oldest = oldest()) {
            turns.remove(oldest);
            byAge.remove(oldest);
            for (Parcel parcel : oldest.waiting) {
                waiting--;
                waitingBytes -= parcel.bytes();
                release(parcel);
                expired.add(parcel);
            }
            oldest.waiting.clear();
        }
        return expired;
    }

    /** Nanoseconds until there is a call to make or something expires, if nothing else happens. */
    long nextIn(long now) {
        Consignment oldest = oldest();
        if (oldest == null) {
            return Long.MAX_VALUE;
        }
        boolean free = calls < settings.maxCalls();
        if (free && isFull()) {
            return 0;
        }
        long wait = (free ? settings.linger() : settings.patience()).toNanos();
        return Math.max(0, oldest.arrived + wait - now);
    }

    /** Whether what waits fills a call, by entries or by bytes. */
    boolean isFull() {
        return waiting >= MAX_ENTRIES || waitingBytes >= settings.maxCallBytes();
    }

    /** How many events wait for a call. */
    int waiting() {
        return waiting;
    }

    /** How many events are held, waiting or under way. */
    int held() {
        return held;
    }

    /** How many bytes they have. */
    long heldBytes() {
        return heldBytes;
    }

    /** How many calls are under way. */
    int calls() {
        return calls;
    }

    private boolean fits(Parcel parcel) {
        boolean first = parcel.index() < MAX_ENTRIES;
        int events = first ? settings.maxEvents() : settings.maxEvents() - settings.maxEvents() / 4;
        long bytes = first ? settings.maxBytes() : settings.maxBytes() - settings.maxBytes() / 4;
        return held < events && heldBytes + parcel.bytes() <= bytes;
    }

    private void hold(Parcel parcel) {
        parcel.sender().waiting.addLast(parcel);
        waiting++;
        waitingBytes += parcel.bytes();
        held++;
        heldBytes += parcel.bytes();
    }

    private void release(Parcel parcel) {
        held--;
        heldBytes -= parcel.bytes();
    }

    private boolean lingers(long now) {
        Consignment oldest = oldest();
        return oldest != null && now - oldest.arrived < settings.linger().toNanos();
    }

    private @Nullable Consignment oldest() {
        return byAge.isEmpty() ? null : byAge.getFirst();
    }
}
