package dev.tillstream.local.aws.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Compares answers of one service with its model; a problem is a sentence. */
final class ShapeCheck {

    /** What any operation of any service may answer. */
    private static final Set<String> COMMON =
            Set.of(
                    "AccessDeniedException",
                    "InternalFailure",
                    "InvalidAction",
                    "InvalidParameterValue",
                    "MissingParameter",
                    "NoSuchBucket",
                    "SerializationException",
                    "ServiceUnavailable",
                    "ThrottlingException",
                    "UnknownOperationException",
                    "ValidationError",
                    "ValidationException");

    private final JsonNode model;
    private final List<String> problems = new ArrayList<>();

    ShapeCheck(JsonNode model) {
        this.model = model;
    }

    List<String> problems() {
        return List.copyOf(problems);
    }

    /** Members must be known and of their type, required ones there. */
    void answer(String operation, JsonNode answer) {
        String output = operation(operation).path("output").path("shape").asString("");
        if (!output.isEmpty()) {
            check(operation, output, answer);
        } else if (!answer.isEmpty()) {
            problems.add(operation + " has no output, but " + answer);
        }
    }

    /** The code must be one of the operation's or a common one, with its HTTP status. */
    void error(String operation, String code, int status) {
        for (JsonNode each : operation(operation).path("errors")) {
            String name = each.path("shape").asString();
            JsonNode error = shape(name).path("error");
            if (code.equals(name) || code.equals(error.path("code").asString(""))) {
                int expected = status(shape(name));
                if (status != expected) {
                    problems.add(
                            "%s answers %s with status %d, the model says %d"
                                    .formatted(operation, code, status, expected));
                }
                return;
            }
        }
        if (!COMMON.contains(code)) {
            problems.add(operation + " answers " + code + ", which is none of its errors");
        }
    }

    private int status(JsonNode shape) {
        boolean fault = shape.path("fault").asBoolean(false);
        return shape.path("error").path("httpStatusCode").asInt(fault ? 500 : 400);
    }

    private JsonNode operation(String name) {
        JsonNode operation = model.path("operations").path(name);
        if (operation.isMissingNode()) {
            throw new IllegalArgumentException("The model has no operation " + name);
        }
        return operation;
    }

    private JsonNode shape(String name) {
        return model.path("shapes").path(name);
    }

    private void check(String path, String shapeName, JsonNode value) {
        JsonNode shape = shape(shapeName);
        if (value.isNull()) {
            return;
        }
        String type = shape.path("type").asString();
        switch (type) {
            case "structure" -> structure(path, shape, value);
            case "list" -> {
                require(path, type, value.isArray());
                String member = shape.path("member").path("shape").asString();
                int index = 0;
                for (JsonNode element : value) {
                    check(path + "[" + index++ + "]", member, element);
                }
            }
            case "map" -> {
                require(path, type, value.isObject());
                String member = shape.path("value").path("shape").asString();
                value.properties()
                        .forEach(entry ->
                                check(path + "." + entry.getKey(), member, entry.getValue()));
            }
            case "string", "blob" -> {
                require(path, type, value.isString() || value.isBinary());
                enumeration(path, shape, value);
            }
            case "boolean" -> require(path, type, value.isBoolean());
            case "integer", "long" -> require(path, type, value.isIntegralNumber());
            case "double", "float" -> require(path, type, value.isNumber());
            case "timestamp" -> require(path, type, value.isNumber() || value.isPojo());
            default -> problems.add(path + " has a type of which nothing is known: " + type);
        }
    }

    private void structure(String path, JsonNode shape, JsonNode value) {
        require(path, "structure", value.isObject());
        JsonNode members = shape.path("members");
        value.properties()
                .forEach(entry -> {
                    JsonNode member = members.path(entry.getKey());
                    String inner = path + "." + entry.getKey();
                    if (member.isMissingNode()) {
                        problems.add(inner + " is no member in the model");
                    } else {
                        check(inner, member.path("shape").asString(), entry.getValue());
                    }
                });
        for (JsonNode required : shape.path("required")) {
            if (!value.hasNonNull(required.asString())) {
                problems.add(path + "." + required.asString() + " is required and missing");
            }
        }
    }

    private void enumeration(String path, JsonNode shape, JsonNode value) {
        JsonNode allowed = shape.path("enum");
        if (!allowed.isMissingNode()
                && allowed.valueStream().noneMatch(each -> each.equals(value))) {
            problems.add(path + " is " + value + ", which is not among " + allowed);
        }
    }

    private void require(String path, String type, boolean fulfilled) {
        if (!fulfilled) {
            problems.add(path + " is no " + type);
        }
    }
}
