package dev.tillstream.local.aws.fault.seen;

import dev.tillstream.local.aws.kinesis.Kinesis;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** Finds the names of what a request is about. */
final class Resources {

    private static final List<String> NAMES =
            List.of(
                    "QueueUrl",
                    "QueueName",
                    "StreamName",
                    "StreamARN",
                    "DeliveryStreamName",
                    "TableName",
                    "EventBusName",
                    "Rule",
                    "Name",
                    "Path");
    private static final List<String> TRANSACTION_PARTS =
            List.of("Put", "Update", "Delete", "ConditionCheck", "Get");

    private Resources() {}

    static Set<String> of(String service, JsonNode input) {
        Set<String> found = new TreeSet<>();
        for (String member : NAMES) {
            add(found, input.path(member));
        }
        switch (service) {
            case "dynamodb" -> tables(found, input);
            case "events" -> buses(found, input);
            case "kinesis" ->
                    Kinesis.streamOf(input.path("ShardIterator").asString(""))
                            .ifPresent(found::add);
            case "ssm" -> input.path("Names").forEach(name -> add(found, name));
            default -> {
                // Their requests name what they are about in the members above.
            }
        }
        return found;
    }

    /** The last part of a URL or an ARN; anything else is a name. */
    static String name(String text) {
        boolean longer =
                text.contains("://") || text.startsWith("arn:") || text.matches("/\\d+/.*");
        return longer
                ? text.substring(Math.max(text.lastIndexOf('/'), text.lastIndexOf(':')) + 1)
                : text;
    }

    private static void add(Set<String> found, JsonNode text) {
        if (text.isString()) {
            found.add(name(text.stringValue()));
        }
    }

    private static void tables(Set<String> found, JsonNode input) {
        found.addAll(input.path("RequestItems").propertyNames());
        for (JsonNode item : input.path("TransactItems")) {
            for (String part : TRANSACTION_PARTS) {
                add(found, item.path(part).path("TableName"));
            }
        }
    }

    private static void buses(Set<String> found, JsonNode input) {
        for (JsonNode entry : input.path("Entries")) {
            found.add(name(entry.path("EventBusName").asString("default")));
        }
    }
}
