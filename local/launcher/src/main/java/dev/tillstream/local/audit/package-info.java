/** Conservation: whether what was accepted is what came out, to the cent, free of any library. */
@NullMarked
package dev.tillstream.local.audit;

import org.jspecify.annotations.NullMarked;
