/** What services answer alike. */
@NullMarked
package dev.tillstream.api;

import org.jspecify.annotations.NullMarked;
