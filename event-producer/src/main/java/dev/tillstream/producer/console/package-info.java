/** Events for people and pipes. */
@NullMarked
package dev.tillstream.producer.console;

import org.jspecify.annotations.NullMarked;
