package dev.tillstream.producer.kinesis;

import dev.tillstream.contract.StoreEvent;
import java.util.HexFormat;
import java.util.Locale;
import java.util.random.RandomGenerator;

/** What decides on the shard of an event. */
public enum PartitionKey {
    /** All events of a store on one shard: what analytics needs. */
    STORE,
    /** When it happened. */
    TIMESTAMP,
    /** Another one for each record. */
    RANDOM;

    /** How people write it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    String of(StoreEvent event, RandomGenerator random) {
        return switch (this) {
            case STORE -> event.storeId().value();
            case TIMESTAMP -> event.time().toString();
            case RANDOM -> HexFormat.of().toHexDigits(random.nextLong());
        };
    }
}
