@NullMarked
package dev.tillstream.analytics.state;

import org.jspecify.annotations.NullMarked;
