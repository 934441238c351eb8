package dev.tillstream.local.aws.firehose;

import dev.tillstream.local.aws.firehose.stream.DeliveryStream;
import dev.tillstream.local.aws.protocol.AwsException;
import dev.tillstream.local.aws.protocol.Input;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** PutRecord and PutRecordBatch, with Firehose's limits. */
final class RecordOperations {

    private static final int MOST_RECORDS = 500;
    private static final int RECORD_BYTES = 1_000 * 1_024;
    private static final int BATCH_BYTES = 4 * 1_024 * 1_024;

    private final DeliveryStreams streams;
    private final Supplier<UUID> ids;

    RecordOperations(DeliveryStreams streams, Supplier<UUID> ids) {
        this.streams = streams;
        this.ids = ids;
    }

    JsonNode put(Input input) {
        input.allowing("DeliveryStreamName", "Record");
        DeliveryStream stream = streams.get(input.text("DeliveryStreamName"));
        byte[] data =
                data(
                        input.object("Record")
                                .orElseThrow(() -> Input.invalid("Record must not be null")));
        if (!stream.offer(data)) {
            throw unavailable();
        }
        return accepted().put("Encrypted", false);
    }

    /**
     * Takes what there is room for and answers each record; nothing at all is an error of the call.
     */
    JsonNode putBatch(Input input) {
        input.allowing("DeliveryStreamName", "Records");
        DeliveryStream stream = streams.get(input.text("DeliveryStreamName"));
        List<byte[]> records = records(input);
        ArrayNode results = JsonNodeFactory.instance.arrayNode();
        int failed = 0;
        for (byte[] data : records) {
            boolean taken = stream.offer(data);
            failed += taken ? 0 : 1;
            results.add(taken ? accepted() : refused());
        }
        if (failed == records.size()) {
            throw unavailable();
        }
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("FailedPutCount", failed).put("Encrypted", false);
        answer.set("RequestResponses", results);
        return answer;
    }

    private static List<byte[]> records(Input input) {
        List<byte[]> records = input.list("Records").stream().map(RecordOperations::data).toList();
        if (records.isEmpty() || records.size() > MOST_RECORDS) {
            throw Input.invalid("Records must have between 1 and " + MOST_RECORDS + " entries");
        }
        if (records.stream().mapToLong(data -> data.length).sum() > BATCH_BYTES) {
            throw AwsException.badRequest(
                    "InvalidArgumentException", "Records size exceeds 4 MB limit");
        }
        return records;
    }

    private static byte[] data(Input record) {
        byte[] data = record.allowing("Data").blob("Data");
        if (data.length > RECORD_BYTES) {
            throw Input.invalid("Data must have length less than or equal to " + RECORD_BYTES);
        }
        return data;
    }

    private ObjectNode accepted() {
        return JsonNodeFactory.instance.objectNode().put("RecordId", ids.get().toString());
    }

    private static ObjectNode refused() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("ErrorCode", "ServiceUnavailableException")
                .put("ErrorMessage", "Slow down.");
    }

    private static AwsException unavailable() {
        return new AwsException(503, "ServiceUnavailableException", "Slow down.");
    }
}
