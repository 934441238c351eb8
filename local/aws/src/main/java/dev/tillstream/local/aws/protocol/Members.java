package dev.tillstream.local.aws.protocol;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads the members of a request, rejecting what AWS would reject. */
public final class Members {

    private Members() {}

    public static String text(JsonNode input, String name) {
        return optionalText(input, name)
                .orElseThrow(() -> invalid("Value null at '" + name + "' must not be null."));
    }

    /** A string member, empty when it is absent or null. */
    public static Optional<String> optionalText(JsonNode input, String name) {
        JsonNode value = input.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isString()) {
            throw AwsException.badRequest("SerializationException", name + " is no string.");
        }
        return Optional.of(value.stringValue());
    }

    /** An integer member between two bounds (inclusive), or the default when it is absent. */
    public static int integer(JsonNode input, String name, int absent, int min, int max) {
        JsonNode value = input.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return absent;
        }
        if (!value.isIntegralNumber() || !value.canConvertToInt()) {
            throw AwsException.badRequest("SerializationException", name + " is no integer.");
        }
        int number = value.intValue();
        if (number < min || number > max) {
            throw invalid(
                    "Value '"
                            + number
                            + "' at '"
                            + name
                            + "' must be between "
                            + min
                            + " and "
                            + max
                            + ".");
        }
        return number;
    }

    /** An array member; a missing one is an error. */
    public static JsonNode array(JsonNode input, String name) {
        JsonNode value = input.path(name);
        if (!value.isArray()) {
            throw invalid("Value at '" + name + "' must be a list.");
        }
        return value;
    }

    /** A blob member: raw in CBOR, base64 in JSON. */
    public static byte[] blob(JsonNode input, String name) {
        JsonNode value = input.path(name);
        if (!value.isBinary() && !value.isString()) {
            throw invalid("Value null at '" + name + "' must not be null.");
        }
        try {
            return value.binaryValue();
        } catch (RuntimeException e) {
            throw AwsException.badRequest("SerializationException", name + " is not base64.");
        }
    }

    public static AwsException invalid(String message) {
        return AwsException.badRequest("ValidationException", message);
    }
}
