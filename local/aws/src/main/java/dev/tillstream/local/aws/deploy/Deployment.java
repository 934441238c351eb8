package dev.tillstream.local.aws.deploy;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What was deployed: stacks in their order, exports by name, types accepted without an effect. */
public record Deployment(
        List<DeployedStack> deployed,
        Map<String, String> exports,
        SortedSet<String> withoutEffect) {
    public Deployment {
        deployed = List.copyOf(deployed);
        exports = Collections.unmodifiableMap(new TreeMap<>(exports));
        withoutEffect = Collections.unmodifiableSortedSet(new TreeSet<>(withoutEffect));
    }

    /** The names of the stacks. */
    public List<String> stacks() {
        return deployed.stream().map(DeployedStack::name).toList();
    }
}
