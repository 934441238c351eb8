/** Notices consumers of shards that no longer move, as opposed to those that wait for AWS. */
@NullMarked
package dev.tillstream.analytics.watch;

import org.jspecify.annotations.NullMarked;
