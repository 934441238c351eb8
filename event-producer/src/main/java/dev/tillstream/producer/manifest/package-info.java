/** Many objects to many streams at once, and again from where it was when it was cut off. */
@NullMarked
package dev.tillstream.producer.manifest;

import org.jspecify.annotations.NullMarked;
