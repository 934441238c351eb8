/** Calls that may fail or be many: waiting before another try, and a bound for those at once. */
@NullMarked
package dev.tillstream.analytics.retry;

import org.jspecify.annotations.NullMarked;
