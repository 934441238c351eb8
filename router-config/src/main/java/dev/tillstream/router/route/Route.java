package dev.tillstream.router.route;

import java.util.List;

/**
 * Events of one kind and where they go.
 *
 * @param path where in routes.yaml it stands, for example {@code routes[2]}
 */
public record Route(String path, String name, String why, Pattern pattern, List<Target> targets) {
    public Route {
        targets = List.copyOf(targets);
    }

    /** The template's name of the rule. */
    public String logicalId() {
        return Target.pascal(name) + "Rule";
    }
}
