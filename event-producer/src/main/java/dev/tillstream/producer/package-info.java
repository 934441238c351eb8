/** Sends the events of a source to a sink and says what became of them. */
@NullMarked
package dev.tillstream.producer;

import org.jspecify.annotations.NullMarked;
