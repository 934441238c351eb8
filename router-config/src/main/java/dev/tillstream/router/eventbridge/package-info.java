/** The running bus, by its API. */
@NullMarked
package dev.tillstream.router.eventbridge;

import org.jspecify.annotations.NullMarked;
