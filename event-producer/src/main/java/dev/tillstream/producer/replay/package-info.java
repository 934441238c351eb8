/** Events of another time, as if they happened now. */
@NullMarked
package dev.tillstream.producer.replay;

import org.jspecify.annotations.NullMarked;
