package dev.tillstream.local.aws.eventbridge;

import dev.tillstream.local.aws.eventbridge.target.Event;
import dev.tillstream.local.aws.protocol.AwsException;
import dev.tillstream.local.aws.protocol.Input;
import dev.tillstream.local.aws.protocol.Timestamps;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** One entry of PutEvents: what it weighs, what is wrong with it, and the event it becomes. */
record Entry(Input input) {

    private static final int LONGEST_NAME = 128;
    private static final int BYTES_OF_A_TIME = 14;

    /** As AWS counts: UTF-8 bytes of source, detail-type, detail and resources, 14 for a time. */
    int size() {
        int size = input.has("Time") ? BYTES_OF_A_TIME : 0;
        for (String resource : input.texts("Resources")) {
            size += bytes(Optional.of(resource));
        }
        return size
                + bytes(input.optionalText("Source"))
                + bytes(input.optionalText("DetailType"))
                + bytes(input.optionalText("Detail"));
    }

    Optional<String> bus() {
        return input.optionalText("EventBusName");
    }

    /** A member for those who watch: whatever it is, or nothing. */
    String says(String name) {
        return input.json().path(name).asString("");
    }

    /** The event in its envelope; an {@link AwsException} carries the entry's error code. */
    Event toEvent(String id, Instant now, EventBridgeSettings settings) {
        String source = required("Source");
        String detailType = required("DetailType");
        JsonNode detail = detail(required("Detail"));
        if (source.startsWith("aws.")) {
            throw AwsException.badRequest(
                    "NotAuthorizedForSourceException", "Not authorized for the source.");
        }
        ObjectNode envelope = Event.JSON.createObjectNode();
        envelope.put("version", "0")
                .put("id", id)
                .put("detail-type", detailType)
                .put("source", source)
                .put("account", settings.account())
                .put("time", time(now).truncatedTo(ChronoUnit.SECONDS).toString())
                .put("region", settings.region());
        ArrayNode resources = envelope.putArray("resources");
        input.texts("Resources").forEach(resources::add);
        envelope.set("detail", detail);
        return new Event(envelope);
    }

    private String required(String name) {
        String value =
                input.optionalText(name)
                        .filter(text -> !text.isEmpty())
                        .orElseThrow(() -> argument(name, name + " is a required argument."));
        if (!name.equals("Detail") && value.length() > LONGEST_NAME) {
            throw argument(name, name + " must be at most " + LONGEST_NAME + " characters.");
        }
        return value;
    }

    private static JsonNode detail(String text) {
        try {
            JsonNode detail = Event.JSON.readTree(text);
            if (detail.isObject()) {
                return detail;
            }
        } catch (JacksonException e) {
            throw AwsException.badRequest(
                    "MalformedDetail", "Detail is malformed: " + e.getOriginalMessage());
        }
        throw AwsException.badRequest("MalformedDetail", "Detail is malformed: not a JSON object.");
    }

    private Instant time(Instant now) {
        try {
            return input.has("Time") ? Timestamps.read(input.json().path("Time")) : now;
        } catch (AwsException e) {
            throw argument("Time", String.valueOf(e.getMessage()));
        }
    }

    private static int bytes(Optional<String> text) {
        return text.map(value -> value.getBytes(StandardCharsets.UTF_8).length).orElse(0);
    }

    private static AwsException argument(String name, String reason) {
        return AwsException.badRequest(
                "InvalidArgument", "Parameter " + name + " is not valid. Reason: " + reason);
    }
}
