package dev.tillstream.local.aws.kinesis;

import dev.tillstream.local.aws.disk.Disk;
import dev.tillstream.local.aws.kinesis.stream.Streams;
import dev.tillstream.local.aws.protocol.AwsException;
import dev.tillstream.local.aws.protocol.JsonService;
import java.time.InstantSource;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Kinesis Data Streams: finds the operation that a call names. */
public final class Kinesis implements JsonService {

    private final StreamOperations streams;
    private final ShardOperations shards;
    private final PutOperations put;
    private final GetOperations get;
    private final TagOperations tags;

    /**
     * @param maxBytes what the records of all streams may take; beyond it the oldest go
     * @param limited whether AWS's limits of a shard hold
     */
    public Kinesis(InstantSource clock, long maxBytes, boolean limited, Disk disk) {
        var limits = new ShardLimits(limited);
        var all = new Streams(clock, maxBytes, disk);
        streams = new StreamOperations(all);
        shards = new ShardOperations(all);
        put = new PutOperations(all, limits);
        get = new GetOperations(all, limits);
        tags = new TagOperations(all);
    }

    /** The stream that an iterator reads, empty if it is none of ours. */
    public static Optional<String> streamOf(String shardIterator) {
        try {
            return Optional.of(ShardIterator.parse(shardIterator).stream().value());
        } catch (AwsException e) {
            return Optional.empty();
        }
    }

    @Override
    public String targetPrefix() {
        return "Kinesis_20131202";
    }

    @Override
    public JsonNode handle(String operation, JsonNode input) {
        return switch (operation) {
            case "PutRecord" -> put.one(input);
            case "PutRecords" -> put.many(input);
            case "GetShardIterator" -> get.iterator(input);
            case "GetRecords" -> get.records(input);
            case "ListShards" -> shards.list(input);
            case "SplitShard" -> shards.split(input);
            case "MergeShards" -> shards.merge(input);
            case "UpdateShardCount" -> shards.scale(input);
            case "CreateStream" -> streams.create(input);
            case "DeleteStream" -> streams.delete(input);
            case "ListStreams" -> streams.list(input);
            case "DescribeStream" -> streams.describe(input);
            case "DescribeStreamSummary" -> streams.summarize(input);
            case "IncreaseStreamRetentionPeriod" -> streams.increaseRetention(input);
            case "DecreaseStreamRetentionPeriod" -> streams.decreaseRetention(input);
            case "AddTagsToStream" -> tags.add(input);
            case "RemoveTagsFromStream" -> tags.remove(input);
            case "ListTagsForStream" -> tags.list(input);
            default -> throw AwsException.unknownOperation("kinesis", operation);
        };
    }
}
