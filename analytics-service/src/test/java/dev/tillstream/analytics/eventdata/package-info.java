/** Proves that every event is kept, once. */
@NullMarked
package dev.tillstream.analytics.eventdata;

import org.jspecify.annotations.NullMarked;
