/** Proves the service as a whole: records in, exact rows out. */
@NullMarked
package dev.tillstream.analytics;

import org.jspecify.annotations.NullMarked;
