package dev.tillstream.local.aws.fault;

import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** The services that faults know, and which operations can suffer a kind that isn't for all. */
final class Services {

    static final SortedSet<String> NAMES =
            new TreeSet<>(
                    Set.of(
                            "cloudformation",
                            "dynamodb",
                            "events",
                            "firehose",
                            "kinesis",
                            "monitoring",
                            "s3",
                            "sqs",
                            "ssm",
                            "sts"));

    private static final Map<FaultKind, Map<String, Set<String>>> ONLY =
            Map.of(
                    FaultKind.PARTIAL,
                    Map.of(
                            "events", Set.of("PutEvents", Call.DELIVERY),
                            "kinesis", Set.of("PutRecords"),
                            "firehose", Set.of("PutRecordBatch"),
                            "sqs",
                                    Set.of(
                                            "SendMessageBatch",
                                            "DeleteMessageBatch",
                                            "ChangeMessageVisibilityBatch"),
                            "dynamodb", Set.of("BatchWriteItem", "BatchGetItem")),
                    FaultKind.DUPLICATE,
                    Map.of(
                            "events", Set.of(Call.DELIVERY),
                            "kinesis", Set.of("GetRecords"),
                            "sqs", Set.of("ReceiveMessage")),
                    // A shard keeps its order always, so Kinesis is not among these.
                    FaultKind.REORDER,
                    Map.of("events", Set.of(Call.DELIVERY), "sqs", Set.of("ReceiveMessage")),
                    FaultKind.CONFLICT,
                    Map.of(
                            "dynamodb",
                            Set.of(
                                    "PutItem",
                                    "UpdateItem",
                                    "DeleteItem",
                                    "TransactWriteItems",
                                    "TransactGetItems")));

    private Services() {}

    /** An empty service or operation stands for all of them. */
    static boolean canSuffer(FaultKind kind, String service, String operation) {
        Map<String, Set<String>> only = ONLY.get(kind);
        return only == null
                || only.entrySet().stream()
                        .filter(entry -> service.isEmpty() || service.equals(entry.getKey()))
                        .anyMatch(entry ->
                                operation.isEmpty() || entry.getValue().contains(operation));
    }

    static String sufferers(FaultKind kind) {
        SortedSet<String> all = new TreeSet<>();
        ONLY.getOrDefault(kind, Map.of())
                .forEach((service, operations) ->
                        operations.forEach(operation -> all.add(service + " " + operation)));
        return String.join(", ", all);
    }
}
