@NullMarked
package dev.tillstream.analytics.kinesis.unread;

import org.jspecify.annotations.NullMarked;
