package dev.tillstream.router.route;

import java.util.List;

/**
 * All routes of a bus.
 *
 * @param sources who puts events on the bus
 * @param retry what targets without a retry policy of their own have
 */
public record Routes(
        List<String> sources, RetryPolicy retry, List<Route> routes, List<Example> examples) {
    public Routes {
        sources = List.copyOf(sources);
        routes = List.copyOf(routes);
        examples = List.copyOf(examples);
    }

    public RetryPolicy retryOf(Target target) {
        return target.retry().orElse(retry);
    }
}
