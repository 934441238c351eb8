@NullMarked
package dev.tillstream.analytics.watch;

import org.jspecify.annotations.NullMarked;
