/** How a running bus differs from the routes, and what puts it right. */
@NullMarked
package dev.tillstream.router.route.drift;

import org.jspecify.annotations.NullMarked;
