/** Says why an event takes a route or not. */
@NullMarked
package dev.tillstream.router.route.explain;

import org.jspecify.annotations.NullMarked;
