/** Proves what views read, and which views can't be. */
@NullMarked
package dev.tillstream.analytics.view;

import org.jspecify.annotations.NullMarked;
