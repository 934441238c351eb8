/** Where events go: routes, their targets and examples, free of any library. */
@NullMarked
package dev.tillstream.router.route;

import org.jspecify.annotations.NullMarked;
