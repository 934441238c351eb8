package dev.tillstream.router.route.drift;

import java.util.Optional;

/**
 * One property that is not what the routes say.
 *
 * @param property empty for the rule as a whole; {@code Targets.<id>} for a target as a whole
 */
public record Difference(
        String rule, String property, Optional<String> actual, Optional<String> wanted) {

    /** Whether the API may put it right: rules themselves belong to their stack. */
    public boolean isRepairable() {
        return !property.isEmpty();
    }

    /** For people. */
    public String text() {
        if (property.isEmpty()) {
            return wanted.isPresent()
                    ? "is not on the bus: deploy the rules stack"
                    : "is on the bus, but no route: delete it, or the stack that made it";
        }
        return "%s is %s, the routes say %s"
                .formatted(property, actual.orElse("nothing"), wanted.orElse("nothing"));
    }
}
