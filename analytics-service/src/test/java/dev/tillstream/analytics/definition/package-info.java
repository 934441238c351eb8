/** Proves how views are read from the configuration. */
@NullMarked
package dev.tillstream.analytics.definition;

import org.jspecify.annotations.NullMarked;
