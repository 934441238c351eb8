/** What an event is. */
@NullMarked
package dev.tillstream.contract;

import org.jspecify.annotations.NullMarked;
