/** Matching by AWS's own library, event-ruler. */
@NullMarked
package dev.tillstream.router.ruler;

import org.jspecify.annotations.NullMarked;
