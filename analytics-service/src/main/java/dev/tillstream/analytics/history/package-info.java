/** What windows come to, for those who ask: final or still running. Pure Java. */
@NullMarked
package dev.tillstream.analytics.history;

import org.jspecify.annotations.NullMarked;
