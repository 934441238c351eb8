/** Keys that were looked up, for as long as that may be relied on. */
@NullMarked
package dev.tillstream.access.known;

import org.jspecify.annotations.NullMarked;
