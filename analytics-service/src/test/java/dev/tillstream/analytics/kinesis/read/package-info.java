@NullMarked
package dev.tillstream.analytics.kinesis.read;

import org.jspecify.annotations.NullMarked;
