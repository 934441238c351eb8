package dev.tillstream.analytics.shard;

import dev.tillstream.analytics.watch.Pulses;
import dev.tillstream.analytics.window.KeyRange;

/** What the consumer of a stream knows of its shards. */
public interface Ownership {

    /** Whether this worker's lease of the shard is still valid. */
    boolean isHeld(String shard);

    /** Which part of the key space the shard gets. */
    KeyRange rangeOf(String shard);

    /** Says that a shard was just read, whether or not it had records. */
    void wasRead(String shard);

    /** Where the consumers of shards show that they live. */
    Pulses pulses();

    /** Who wants to know how far shards are read. */
    Unread unread();

    /** Says that a shard can't go on in this process: only a restart can help. */
    void giveUp(String shard, Throwable cause);
}
