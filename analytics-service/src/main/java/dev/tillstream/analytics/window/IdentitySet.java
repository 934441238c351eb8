package dev.tillstream.analytics.window;

import java.util.Collection;

/**
 * Identities, only ever added, in one array.
 *
 * <p>A window remembers every event that it counts: as objects in a {@code HashSet} each takes 70
 * bytes or more, here 21 to 43, none of which the collector follows.
 */
final class IdentitySet {

    private static final int SMALLEST = 8;

    /** Two a slot; both are zero where it is free. A power of two of slots, a quarter free. */
    private long[] slots = new long[2 * SMALLEST];

    private int size;

    /** The one identity that looks like a free slot. */
    private boolean holdsZero;

    static IdentitySet of(Collection<Identity> identities) {
        var set = new IdentitySet();
        identities.forEach(set::add);
        return set;
    }

    /** Whether it was not there before. */
    boolean add(Identity identity) {
        if (identity.high() == 0 && identity.low() == 0) {
            boolean isNew = !holdsZero;
            holdsZero = true;
            return isNew;
        }
        int place = placeOf(identity.high(), identity.low());
        if (!isFree(place)) {
            return false;
        }
        put(place, identity.high(), identity.low());
        size++;
        if (4L * size > 3L * slots.length / 2) {
            grow();
        }
        return true;
    }

    private void grow() {
        long[] before = slots;
        slots = new long[Math.multiplyExact(2, before.length)];
        for (int i = 0; i < before.length; i += 2) {
            if (before[i] != 0 || before[i + 1] != 0) {
                put(placeOf(before[i], before[i + 1]), before[i], before[i + 1]);
            }
        }
    }

    /** Where it is, or else the free place where it belongs. */
    private int placeOf(long high, long low) {
        int mask = slots.length - 1;
        // It is a hash already: any part of it is as good as all.
        int place = 2 * (int) low & mask;
        while (!isFree(place) && (slots[place] != high || slots[place + 1] != low)) {
            place = place + 2 & mask;
        }
        return place;
    }

    private boolean isFree(int place) {
        return slots[place] == 0 && slots[place + 1] == 0;
    }

    private void put(int place, long high, long low) {
        slots[place] = high;
        slots[place + 1] = low;
    }
}
