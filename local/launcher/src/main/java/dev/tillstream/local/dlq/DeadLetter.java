package dev.tillstream.local.dlq;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One message of a dead-letter queue.
 *
 * @param body as it was sent
 * @param json the body, if it is JSON
 * @param attributes what the bus says of why it is here: ERROR_CODE, ERROR_MESSAGE, RULE_ARN...;
 *     empty if a consumer failed on it
 */
public record DeadLetter(
        String messageId,
        String receipt,
        String body,
        @Nullable JsonNode json,
        Map<String, String> attributes,
        Map<MessageSystemAttributeName, String> system) {

    private static final String STORE = "detail.store_id";

    public DeadLetter {
        attributes = Map.copyOf(attributes);
        system = Map.copyOf(system);
    }

    static DeadLetter of(Message message) {
        Map<String, String> attributes =
                message.messageAttributes().entrySet().stream()
                        .filter(attribute -> attribute.getValue().stringValue() != null)
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey,
                                        attribute -> attribute.getValue().stringValue()));
        return new DeadLetter(
                message.messageId(),
                message.receiptHandle(),
                message.body(),
                parsed(message.body()),
                attributes,
                message.attributes());
    }

    /**
     * A value of the message.
     *
     * @param path an attribute's name, or a path into the JSON such as {@code detail.store_id}
     */
    public Optional<String> value(String path) {
        String attribute = attributes.get(path);
        if (attribute != null) {
            return Optional.of(attribute);
        }
        if (json == null) {
            return Optional.empty();
        }
        JsonNode found = json.at("/" + path.replace('.', '/'));
        return found.isValueNode() && !found.isNull()
                ? Optional.of(found.asString())
                : Optional.empty();
    }

    /** By which a stream is partitioned; empty when the message names no store. */
    Optional<String> partitionKey() {
        return value(STORE).filter(key -> !key.isEmpty());
    }

    private static @Nullable JsonNode parsed(String body) {
        try {
            return JsonMapper.shared().readTree(body);
        } catch (JacksonException e) {
            return null;
        }
    }
}
