/** Where files lie, and how their bytes are read. */
@NullMarked
package dev.tillstream.producer.input;

import org.jspecify.annotations.NullMarked;
