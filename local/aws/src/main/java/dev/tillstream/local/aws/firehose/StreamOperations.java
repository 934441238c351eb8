package dev.tillstream.local.aws.firehose;

import dev.tillstream.local.aws.firehose.stream.DeliveryStream;
import dev.tillstream.local.aws.firehose.stream.DeliveryStream.Surroundings;
import dev.tillstream.local.aws.firehose.stream.Destination;
import dev.tillstream.local.aws.protocol.AwsException;
import dev.tillstream.local.aws.protocol.Input;
import dev.tillstream.local.aws.protocol.Timestamps;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The operations on delivery streams themselves. */
final class StreamOperations {

    private final DeliveryStreams streams;
    private final Surroundings surroundings;
    private final String arnPrefix;

    StreamOperations(DeliveryStreams streams, Surroundings surroundings, String arnPrefix) {
        this.streams = streams;
        this.surroundings = surroundings;
        this.arnPrefix = arnPrefix;
    }

    JsonNode create(Input input) {
        input.allowing(
                "DeliveryStreamName",
                "DeliveryStreamType",
                "ExtendedS3DestinationConfiguration",
                "Tags");
        String name = input.text("DeliveryStreamName");
        if (!name.matches("[a-zA-Z0-9_.-]{1,64}")) {
            throw invalid("DeliveryStreamName " + name + " must be 1 to 64 of a-z A-Z 0-9 _ . -");
        }
        String type = input.optionalText("DeliveryStreamType").orElse("DirectPut");
        if (!type.equals("DirectPut")) {
            throw invalid("DeliveryStreamType " + type + " is not supported by the embedded AWS");
        }
        Destination destination =
                Destination.parse(
                        input.object("ExtendedS3DestinationConfiguration")
                                .orElseThrow(() ->
                                        invalid(
                                                "Only ExtendedS3DestinationConfiguration is"
                                                        + " supported by the embedded AWS")));
        streams.add(
                new DeliveryStream(
                        streams.nextNumber(),
                        name,
                        destination,
                        surroundings.clock().instant(),
                        surroundings));
        return JsonNodeFactory.instance.objectNode().put("DeliveryStreamARN", arnPrefix + name);
    }

    JsonNode describe(Input input) {
        input.allowing("DeliveryStreamName");
        DeliveryStream stream = streams.get(input.text("DeliveryStreamName"));
        ObjectNode description =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("DeliveryStreamName", stream.name())
                        .put("DeliveryStreamARN", arnPrefix + stream.name())
                        .put("DeliveryStreamStatus", "ACTIVE")
                        .put("DeliveryStreamType", "DirectPut")
                        .put("VersionId", "1")
                        .put("HasMoreDestinations", false);
        description.set("CreateTimestamp", Timestamps.node(stream.created()));
        description
                .putArray("Destinations")
                .addObject()
                .put("DestinationId", "destinationId-000000000001")
                .set("ExtendedS3DestinationDescription", stream.destination().description());
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.set("DeliveryStreamDescription", description);
        return answer;
    }

    JsonNode list(Input input) {
        input.allowing("Limit", "DeliveryStreamType", "ExclusiveStartDeliveryStreamName");
        String after = input.optionalText("ExclusiveStartDeliveryStreamName").orElse("");
        int limit = input.number("Limit", 10, 1, 10_000);
        List<String> names =
                streams.all().stream()
                        .map(DeliveryStream::name)
                        .filter(name -> name.compareTo(after) > 0)
                        .toList();
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode list = answer.putArray("DeliveryStreamNames");
        names.stream().limit(limit).forEach(list::add);
        return answer.put("HasMoreDeliveryStreams", names.size() > limit);
    }

    JsonNode delete(Input input) {
        streams.delete(
                input.allowing("DeliveryStreamName", "AllowForceDelete")
                        .text("DeliveryStreamName"));
        return JsonNodeFactory.instance.objectNode();
    }

    private static AwsException invalid(String message) {
        return AwsException.badRequest("InvalidArgumentException", message);
    }
}
