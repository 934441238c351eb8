package dev.tillstream.local.aws.deploy;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** A stack as it was deployed: its parameters and outputs with their values. */
public record DeployedStack(
        String name, SortedMap<String, String> parameters, List<Value> outputs) {

    public DeployedStack {
        parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
        outputs = List.copyOf(outputs);
    }

    /**
     * An output.
     *
     * @param exportName by which other stacks import it, empty if they can't
     */
    public record Value(String key, String value, String exportName) {}
}
