/** Events as the bus carries them, for those who don't go through the bus. */
@NullMarked
package dev.tillstream.producer.envelope;

import org.jspecify.annotations.NullMarked;
