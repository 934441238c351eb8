@NullMarked
package dev.tillstream.analytics.retry;

import org.jspecify.annotations.NullMarked;
