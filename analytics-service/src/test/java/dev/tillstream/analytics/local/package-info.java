@NullMarked
package dev.tillstream.analytics.local;

import org.jspecify.annotations.NullMarked;
