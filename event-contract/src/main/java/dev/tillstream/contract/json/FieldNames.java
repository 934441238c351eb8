package dev.tillstream.contract.json;

import dev.tillstream.contract.EventRejectedException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The names of one object's fields, each once: two fields of one name would let two readers see two
 * different sales.
 */
final class FieldNames {

    /** So few are compared one by one, which is faster than a set. */
    private static final int FEW = 16;

    private final List<String> few = new ArrayList<>(FEW);
    private final Set<String> more = new HashSet<>(0);

    /**
     * Takes note of the next name.
     *
     * @throws EventRejectedException if it has come before
     */
    void add(String name) {
        if (few.contains(name)) {
            throw twice(name);
        }
        if (few.size() < FEW) {
            few.add(name);
        } else if (!more.add(name)) {
            throw twice(name);
        }
    }

    static EventRejectedException twice(String name) {
        return Envelope.malformed("has a field twice: \"" + name + "\"");
    }
}
