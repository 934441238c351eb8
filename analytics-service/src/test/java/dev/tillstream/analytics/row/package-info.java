@NullMarked
package dev.tillstream.analytics.row;

import org.jspecify.annotations.NullMarked;
