package dev.tillstream.analytics.watch;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The pulses of a stream's shards, of each the latest consumer's. */
public final class Pulses {

    private final Map<String, Pulse> pulses = new ConcurrentHashMap<>();

    /** Watches a new consumer of a shard from now on. */
    public Pulse begin(String shard) {
        var pulse = new Pulse();
        pulses.put(shard, pulse);
        return pulse;
    }

    /** Expects nothing more of a consumer. */
    public void end(String shard, Pulse pulse) {
        pulses.remove(shard, pulse);
    }

    /** Says that the stream is asked for a shard's records. */
    public void asked(String shard) {
        Pulse pulse = pulses.get(shard);
        if (pulse != null) {
            pulse.asked();
        }
    }

    @Nullable Pulse find(String shard) {
        return pulses.get(shard);
    }
}
