package dev.tillstream.local.aws.firehose;

import dev.tillstream.local.aws.disk.Disk;
import dev.tillstream.local.aws.firehose.stream.DeliveryStream.Surroundings;
import dev.tillstream.local.aws.firehose.stream.ObjectStore;
import dev.tillstream.local.aws.protocol.AwsException;
import dev.tillstream.local.aws.protocol.Input;
import dev.tillstream.local.aws.protocol.JsonService;
import dev.tillstream.local.aws.retry.Backoff;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;

/** Firehose: delivery streams that buffer records and write them to S3. */
public final class Firehose implements JsonService, AutoCloseable {

    private final Map<String, Function<Input, JsonNode>> operations;
    private final DeliveryStreams streams;
    private final FirehoseSettings settings;

    public Firehose(
            FirehoseSettings settings,
            ObjectStore store,
            InstantSource clock,
            Supplier<UUID> ids,
            RandomGenerator random,
            Disk disk) {
        this.settings = settings;
        Backoff backoff = new Backoff(settings.firstRetry(), settings.longestRetry(), random);
        String arnPrefix =
                String.join(
                        ":",
                        "arn:aws:firehose",
                        settings.region(),
                        settings.account(),
                        "deliverystream/");
        Surroundings surroundings =
                new Surroundings(store, settings.capacityBytes(), backoff, clock, ids, disk);
        this.streams = new DeliveryStreams(new StreamShelf(disk), surroundings);
        StreamOperations stream = new StreamOperations(streams, surroundings, arnPrefix);
        RecordOperations records = new RecordOperations(streams, ids);
        this.operations =
                Map.of(
                        "CreateDeliveryStream", stream::create,
                        "DescribeDeliveryStream", stream::describe,
                        "ListDeliveryStreams", stream::list,
                        "DeleteDeliveryStream", stream::delete,
                        "PutRecord", records::put,
                        "PutRecordBatch", records::putBatch);
    }

    @Override
    public String targetPrefix() {
        return "Firehose_20150804";
    }

    @Override
    public JsonNode handle(String operation, JsonNode input) {
        Function<Input, JsonNode> handler = operations.get(operation);
        if (handler == null) {
            throw AwsException.unknownOperation("Firehose", operation);
        }
        return handler.apply(new Input(input));
    }

    /** Writes what was accepted, within the drain time; S3 must be there until this returns. */
    @Override
    public void close() {
        try {
            streams.close(settings.drain());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
