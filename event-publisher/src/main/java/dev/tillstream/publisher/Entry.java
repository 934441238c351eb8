package dev.tillstream.publisher;

import java.util.ArrayList;
import java.util.List;

/**
 * An event on its way, with its place in the caller's list.
 *
 * @param alone whether it must be the only one of its request, since its last company was refused
 *     as a whole
 */
record Entry(int index, OutgoingEvent event, boolean alone) {

    /** PutEvents takes 10 entries at most. */
    static final int MAX_ENTRIES = 10;

    /** Fills requests in order; each entry must fit by itself. */
    static List<List<Entry>> batches(List<Entry> entries, int maxBytes) {
        List<List<Entry>> batches = new ArrayList<>();
        List<Entry> open = new ArrayList<>();
        int bytes = 0;
        for (Entry entry : entries) {
            int size = entry.event().size();
            if (!open.isEmpty() && (full(open, entry) || bytes + size > maxBytes)) {
                batches.add(open);
                open = new ArrayList<>();
                bytes = 0;
            }
            open.add(entry);
            bytes += size;
        }
        if (!open.isEmpty()) {
            batches.add(open);
        }
        return batches;
    }

    private static boolean full(List<Entry> open, Entry next) {
        return open.size() == MAX_ENTRIES || next.alone() || open.getLast().alone();
    }
}
