package dev.tillstream.local.aws.kinesis;

import dev.tillstream.local.aws.kinesis.stream.DataStream;
import dev.tillstream.local.aws.kinesis.stream.HashRange;
import dev.tillstream.local.aws.kinesis.stream.SequenceNumber;
import dev.tillstream.local.aws.kinesis.stream.Streams;
import dev.tillstream.local.aws.protocol.AwsException;
import dev.tillstream.local.aws.protocol.Members;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writing records. */
final class PutOperations {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int MAX_RECORDS = 500;
    private static final int MAX_RECORD_BYTES = 1024 * 1024;
    private static final int MAX_CALL_BYTES = 10 * 1024 * 1024;

    private final Streams streams;
    private final StreamLookup lookup;
    private final ShardLimits limits;

    PutOperations(Streams streams, ShardLimits limits) {
        this.limits = limits;
        this.streams = streams;
        this.lookup = new StreamLookup(streams);
    }

    /** One record as it was sent, checked. */
    private static final class Entry {

        private final String partitionKey;
        private final BigInteger hash;
        private final byte[] data;

        Entry(JsonNode node) {
            partitionKey = Members.text(node, "PartitionKey");
            if (partitionKey.isEmpty() || partitionKey.length() > 256) {
                throw Members.invalid("PartitionKey must have 1 to 256 characters.");
            }
            data = Members.blob(node, "Data");
            if (size() > MAX_RECORD_BYTES) {
                throw Members.invalid("A record may have " + MAX_RECORD_BYTES + " bytes.");
            }
            Optional<String> explicit = Members.optionalText(node, "ExplicitHashKey");
            hash =
                    explicit.map(ShardOperations::hashKey)
                            .orElseGet(() -> HashRange.hash(partitionKey));
        }

        int size() {
            return partitionKey.length() + data.length;
        }
    }

    JsonNode one(JsonNode input) {
        DataStream stream = lookup.find(input);
        ObjectNode reply = put(stream, new Entry(input)).put("EncryptionType", "NONE");
        finish(stream);
        return reply;
    }

    JsonNode many(JsonNode input) {
        DataStream stream = lookup.find(input);
        List<Entry> entries = entries(Members.array(input, "Records"));
        ArrayNode records = NODES.arrayNode();
        int failed = 0;
        for (Entry entry : entries) {
            ObjectNode result = putOrRefuse(stream, entry);
            failed += result.has("ErrorCode") ? 1 : 0;
            records.add(result);
        }
        finish(stream);
        ObjectNode reply =
                NODES.objectNode().put("FailedRecordCount", failed).put("EncryptionType", "NONE");
        reply.set("Records", records);
        return reply;
    }

    private ObjectNode putOrRefuse(DataStream stream, Entry entry) {
        try {
            return put(stream, entry);
        } catch (AwsException e) {
            return NODES.objectNode()
                    .put("ErrorCode", e.code())
                    .put("ErrorMessage", e.getMessage());
        }
    }

    /** All or nothing: an illegal record rejects the whole call before anything is stored. */
    private static List<Entry> entries(JsonNode records) {
        if (records.isEmpty() || records.size() > MAX_RECORDS) {
            throw Members.invalid("PutRecords takes 1 to " + MAX_RECORDS + " records.");
        }
        List<Entry> entries = new ArrayList<>(records.size());
        long bytes = 0;
        for (JsonNode record : records) {
            Entry entry = new Entry(record);
            bytes += entry.size();
            entries.add(entry);
        }
        if (bytes > MAX_CALL_BYTES) {
            throw Members.invalid("PutRecords takes " + MAX_CALL_BYTES + " bytes.");
        }
        return entries;
    }

    private ObjectNode put(DataStream stream, Entry entry) {
        limits.put(
                stream, stream.shards().at(entry.hash), entry.size(), streams.now().toEpochMilli());
        DataStream.Placement placement =
                stream.put(entry.partitionKey, entry.hash, entry.data, streams.now());
        return NODES.objectNode()
                .put("ShardId", placement.shardId())
                .put("SequenceNumber", SequenceNumber.format(placement.sequence()));
    }

    private void finish(DataStream stream) {
        stream.trim(streams.now());
        streams.fitMemory();
    }
}
