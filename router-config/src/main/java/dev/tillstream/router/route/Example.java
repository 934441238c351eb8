package dev.tillstream.router.route;

import dev.tillstream.router.route.value.Value;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An event and the routes that it must and must not take.
 *
 * @param path where in routes.yaml it stands
 * @param event a whole envelope
 */
public record Example(
        String path, String name, Value.Fields event, Set<String> hits, Set<String> misses) {
    public Example {
        hits = Set.copyOf(hits);
        misses = Set.copyOf(misses);
    }

    /** An example of one route. */
    public static Example of(
            String path, String name, Value.Fields event, String route, boolean hit) {
        Set<String> one = Set.of(route);
        return new Example(path, name, event, hit ? one : Set.of(), hit ? Set.of() : one);
    }

    /** An example that lands in exactly these routes of all. */
    public static Example landing(
            String path, String name, Value.Fields event, Set<String> in, List<Route> all) {
        Set<String> others =
                all.stream()
                        .map(Route::name)
                        .filter(route -> !in.contains(route))
                        .collect(Collectors.toSet());
        return new Example(path, name, event, in, others);
    }
}
