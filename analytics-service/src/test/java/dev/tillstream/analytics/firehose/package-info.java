@NullMarked
package dev.tillstream.analytics.firehose;

import org.jspecify.annotations.NullMarked;
