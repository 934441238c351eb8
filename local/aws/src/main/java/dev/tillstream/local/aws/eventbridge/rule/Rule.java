package dev.tillstream.local.aws.eventbridge.rule;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A rule of a bus: which events, and to which targets by their ids. */
public record Rule(
        String name,
        String arn,
        EventPattern pattern,
        boolean enabled,
        @Nullable String description,
        @Nullable String roleArn,
        SortedMap<String, BoundTarget> targets) {

    public Rule {
        targets = Collections.unmodifiableSortedMap(new TreeMap<>(targets));
    }

    public Rule enabled(boolean on) {
        return new Rule(name, arn, pattern, on, description, roleArn, targets);
    }

    public Rule targets(Map<String, BoundTarget> others) {
        return new Rule(name, arn, pattern, enabled, description, roleArn, new TreeMap<>(others));
    }
}
