@NullMarked
package dev.tillstream.analytics.kinesis;

import org.jspecify.annotations.NullMarked;
