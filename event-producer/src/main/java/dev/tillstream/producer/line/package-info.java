/** Lines and records of text that may be large, broken, or both. */
@NullMarked
package dev.tillstream.producer.line;

import org.jspecify.annotations.NullMarked;
