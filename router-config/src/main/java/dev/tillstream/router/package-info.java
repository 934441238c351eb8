/** The commands: verify, explain and render the routes of the bus. */
@NullMarked
package dev.tillstream.router;

import org.jspecify.annotations.NullMarked;
