@NullMarked
package dev.tillstream.analytics.shard;

import org.jspecify.annotations.NullMarked;
