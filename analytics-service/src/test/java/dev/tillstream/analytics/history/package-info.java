/** Histories for tests. */
@NullMarked
package dev.tillstream.analytics.history;

import org.jspecify.annotations.NullMarked;
