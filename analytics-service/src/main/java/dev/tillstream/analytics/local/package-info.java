/** Without a cloud: lines of standard input in, rows in a folder out, by the same windows. */
@NullMarked
package dev.tillstream.analytics.local;

import org.jspecify.annotations.NullMarked;
