package dev.tillstream.router.route.verify;

import dev.tillstream.router.route.Export;

/** What the runtime templates export. */
@FunctionalInterface
public interface Exports {
    boolean contains(Export export);
}
