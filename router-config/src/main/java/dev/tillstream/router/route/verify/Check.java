package dev.tillstream.router.route.verify;

import dev.tillstream.router.route.Finding;
import dev.tillstream.router.route.Routes;
import java.util.stream.Stream;

/** One kind of proof. */
@FunctionalInterface
interface Check {
    Stream<Finding> findings(Routes routes);
}
