/** Views as they are written in the configuration. */
@NullMarked
package dev.tillstream.analytics.definition;

import org.jspecify.annotations.NullMarked;
