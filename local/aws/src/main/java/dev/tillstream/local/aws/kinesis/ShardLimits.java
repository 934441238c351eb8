package dev.tillstream.local.aws.kinesis;

import dev.tillstream.local.aws.kinesis.stream.DataStream;
import dev.tillstream.local.aws.kinesis.stream.Shard;
import dev.tillstream.local.aws.protocol.AwsException;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * AWS's limits of a shard: 1 MiB or 1,000 records a second in, 2 MiB and 5 calls a second out. Each
 * is counted by seconds that begin with the first call after the one before; what is read beyond 2
 * MiB in one of them closes the shard for as long as reading it at 2 MiB a second would take.
 */
final class ShardLimits {

    private static final int RECORDS_IN = 1_000;
    private static final int BYTES_IN = 1_048_576;
    private static final int CALLS_OUT = 5;
    private static final int BYTES_OUT = 2 * 1_048_576;
    private static final long SECOND = 1_000;

    private final boolean on;
    private final Map<Shard, Use> uses = new WeakHashMap<>();

    ShardLimits(boolean on) {
        this.on = on;
    }

    /** What a shard did in one second. */
    private static final class Use {

        private final Window in = new Window();
        private final Window out = new Window();
        private long closedUntil;
    }

    private static final class Window {

        private long began = Long.MIN_VALUE / 2;
        private int count;
        private long bytes;

        Window at(long millis) {
            if (millis - began >= SECOND) {
                began = millis;
                count = 0;
                bytes = 0;
            }
            return this;
        }
    }

    /** Counts a record that is about to be put. */
    void put(DataStream stream, Shard shard, int bytes, long millis) {
        if (!on) {
            return;
        }
        synchronized (uses) {
            Window in = use(shard).in.at(millis);
            if (in.count == RECORDS_IN || in.bytes + bytes > BYTES_IN) {
                throw exceeded(stream, shard);
            }
            in.count++;
            in.bytes += bytes;
        }
    }

    /** Counts a call that is about to read. */
    void get(DataStream stream, Shard shard, long millis) {
        if (!on) {
            return;
        }
        synchronized (uses) {
            Use use = use(shard);
            Window out = use.out.at(millis);
            if (millis < use.closedUntil || out.count == CALLS_OUT) {
                throw exceeded(stream, shard);
            }
            out.count++;
        }
    }

    /** Counts what a call has read. */
    void got(Shard shard, long bytes, long millis) {
        if (!on) {
            return;
        }
        synchronized (uses) {
            Use use = use(shard);
            Window out = use.out.at(millis);
            out.bytes += bytes;
            if (out.bytes > BYTES_OUT) {
                use.closedUntil = out.began + out.bytes * SECOND / BYTES_OUT;
            }
        }
    }

    private Use use(Shard shard) {
        return uses.computeIfAbsent(shard, key -> new Use());
    }

    private static AwsException exceeded(DataStream stream, Shard shard) {
        return AwsException.badRequest(
                "ProvisionedThroughputExceededException",
                "Rate exceeded for shard " + shard.id() + " in stream " + stream.name().value());
    }
}
