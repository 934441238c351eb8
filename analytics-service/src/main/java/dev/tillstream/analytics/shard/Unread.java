package dev.tillstream.analytics.shard;

import java.time.Instant;
import software.amazon.kinesis.retrieval.kpl.ExtendedSequenceNumber;

/**
 * Is told how far shards are read, so that records that leave the stream unread don't go unnoticed.
 * No method throws: a shard doesn't wait for this.
 */
public interface Unread {

    /** Says that reading goes on after a checkpoint. */
    void startsAfter(String shard, ExtendedSequenceNumber checkpoint);

    /** Says that all that the stream still had from one time on was given at another. */
    void reads(String shard, Instant from, Instant given);

    /** Says what is behind a shard, of which nothing has to be read again. */
    void hasRead(String shard, ReadMark mark);

    /** Says the same for the last time. */
    void stops(String shard, ReadMark mark);
}
