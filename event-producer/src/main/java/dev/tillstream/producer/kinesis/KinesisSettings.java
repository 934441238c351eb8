package dev.tillstream.producer.kinesis;

import dev.tillstream.contract.StoreEvent;
import java.time.Duration;
import java.util.function.Function;

/**
 * How events are put on streams.
 *
 * @param stream the name of an event's stream
 * @param inFlight calls under way at once
 * @param attempts how often a record is sent at most
 * @param firstPause before the second attempt, on average; each further pause is twice as long
 * @param longestPause no pause is longer
 */
public record KinesisSettings(
        Function<StoreEvent, String> stream,
        KinesisApi api,
        PartitionKey partitionKey,
        int inFlight,
        int attempts,
        Duration firstPause,
        Duration longestPause) {

    public KinesisSettings {
        if (inFlight < 1 || attempts < 1) {
            throw new IllegalArgumentException("calls in flight and attempts must be positive");
        }
    }

    /** Patient enough for a stream that is throttled: about a minute and a half. */
    public static KinesisSettings of(
            Function<StoreEvent, String> stream, KinesisApi api, PartitionKey partitionKey) {
        int inFlight = api == KinesisApi.PUT_RECORD ? 8 : 4;
        return new KinesisSettings(
                stream,
                api,
                partitionKey,
                inFlight,
                14,
                Duration.ofMillis(100),
                Duration.ofSeconds(10));
    }
}
