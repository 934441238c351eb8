/** The real jars in processes of their own, started as a person starts them. */
@NullMarked
package dev.tillstream.local.endtoend;

import org.jspecify.annotations.NullMarked;
