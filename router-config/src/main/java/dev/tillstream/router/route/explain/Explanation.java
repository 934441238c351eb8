package dev.tillstream.router.route.explain;

import dev.tillstream.router.route.Route;
import dev.tillstream.router.route.value.Value;
import java.util.Optional;

/**
 * Whether an event takes a route, and if not, the first field that failed.
 *
 * @param field the failing field in dots; empty when the event matches
 * @param actual what was there; empty when nothing was
 * @param wanted what the pattern says
 * @param reason for people; empty when the event matches
 */
public record Explanation(
        Route route,
        boolean matched,
        String field,
        Optional<Value> actual,
        Optional<Value> wanted,
        String reason) {

    static Explanation match(Route route) {
        return new Explanation(route, true, "", Optional.empty(), Optional.empty(), "");
    }

    static Explanation mismatch(
            Route route, String field, Optional<Value> actual, Value wanted, String reason) {
        return new Explanation(route, false, field, actual, Optional.of(wanted), reason);
    }
}
