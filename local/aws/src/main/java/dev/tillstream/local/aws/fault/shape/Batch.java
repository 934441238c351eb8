package dev.tillstream.local.aws.fault.shape;

import dev.tillstream.local.aws.fault.Call;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** An operation that takes many entries and may refuse some of them. */
public interface Batch {

    /** The operations whose replies tell which entries were refused, by service and name. */
    Map<String, Batch> ALL =
            Map.of(
                    "events PutEvents",
                    new OrderedBatch(
                            "Entries",
                            "Entries",
                            "FailedEntryCount",
                            "InternalFailure",
                            "Internal failure. Please try again."),
                    "kinesis PutRecords",
                    new OrderedBatch(
                            "Records",
                            "Records",
                            "FailedRecordCount",
                            "ProvisionedThroughputExceededException",
                            "Rate exceeded for shard."),
                    "firehose PutRecordBatch",
                    new OrderedBatch(
                            "Records",
                            "RequestResponses",
                            "FailedPutCount",
                            "ServiceUnavailableException",
                            "Slow down."),
                    "sqs SendMessageBatch",
                    new NamedBatch(),
                    "sqs DeleteMessageBatch",
                    new NamedBatch(),
                    "sqs ChangeMessageVisibilityBatch",
                    new NamedBatch(),
                    "dynamodb BatchWriteItem",
                    new TableBatch("UnprocessedItems", false),
                    "dynamodb BatchGetItem",
                    new TableBatch("UnprocessedKeys", true));

    /** Null for an operation that is none, or that all or nothing is true of. */
    static @Nullable Batch of(Call call) {
        return ALL.get(call.service() + " " + call.operation());
    }

    int size(JsonNode input);

    /** The request without the entries at those positions, null when none is left. */
    @Nullable ObjectNode without(Set<Integer> refused, ObjectNode input);

    /**
     * The reply to the whole request.
     *
     * @param reply to what was left of the request; null when nothing was
     */
    ObjectNode reply(Set<Integer> refused, ObjectNode input, @Nullable ObjectNode reply);

    /** The same operation whose refused entries have that code, where they have one at all. */
    Batch saying(String code);
}
