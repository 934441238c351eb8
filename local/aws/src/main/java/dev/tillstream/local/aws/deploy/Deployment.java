package dev.tillstream.local.aws.deploy;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What was deployed: stacks in their order, exports by name, types accepted without an effect. */
public record Deployment(
        List<String> stacks, Map<String, String> exports, SortedSet<String> withoutEffect) {
    public Deployment {
        stacks = List.copyOf(stacks);
        exports = Collections.unmodifiableMap(new TreeMap<>(exports));
        withoutEffect = Collections.unmodifiableSortedSet(new TreeSet<>(withoutEffect));
    }
}
