/** Keys: their text, what is kept of them, and how they are made, rotated and revoked. */
@NullMarked
package dev.tillstream.access.key;

import org.jspecify.annotations.NullMarked;
