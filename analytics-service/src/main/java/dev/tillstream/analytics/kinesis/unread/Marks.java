package dev.tillstream.analytics.kinesis.unread;

import dev.tillstream.analytics.shard.ReadMark;
import org.jspecify.annotations.Nullable;

/** Where it is remembered how far shards were read. */
interface Marks {

    /** Null if nothing is known. */
    @Nullable ReadMark find(String shard);

    void write(String shard, ReadMark mark);
}
