package dev.tillstream.router.route;

import dev.tillstream.router.route.value.Value;
import java.util.Optional;

/** Matches events the way the bus does. */
public interface Matcher {

    /** Whether the bus would send the event to a rule with this pattern. */
    boolean matches(Pattern pattern, Value.Fields event);

    /** Why the bus would refuse the pattern; empty if it takes it. */
    Optional<String> defect(Pattern pattern);

    /** How many states of the matcher one event can reach at most: wildcards multiply them. */
    int complexity(Pattern pattern);
}
