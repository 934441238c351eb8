package dev.tillstream.local.aws.kinesis.stream;

import java.util.List;
import java.util.OptionalLong;

/**
 * What one read of a shard found.
 *
 * @param next the position to go on from
 * @param waitingSince when the first record after these arrived (epoch ms), empty at the tip
 * @param exhausted nothing follows, ever: the shard is closed and read to its end
 */
public record Batch(
        List<StreamRecord> records, long next, OptionalLong waitingSince, boolean exhausted) {

    public Batch {
        records = List.copyOf(records);
    }
}
