package dev.tillstream.analytics.shard;

import java.io.Serial;

/** Another worker owns the shard by now, or this one is to stop at once. */
final class ShardLostException extends RuntimeException {

    @Serial private static final long serialVersionUID = 1;

    ShardLostException(String shard, Throwable cause) {
        super(shard + " is no longer ours", cause);
    }
}
