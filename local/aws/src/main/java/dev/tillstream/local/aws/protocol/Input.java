package dev.tillstream.local.aws.protocol;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** A request, or an object in one, whose members are read by {@link Members}. */
public record Input(JsonNode json) {

    public static final Input EMPTY = new Input(JsonNodeFactory.instance.objectNode());

    public boolean has(String name) {
        return json.hasNonNull(name);
    }

    public String text(String name) {
        return Members.text(json, name);
    }

    public Optional<String> optionalText(String name) {
        return Members.optionalText(json, name);
    }

    /** An integer between two bounds, or the one given when it is absent. */
    public int number(String name, int absent, int min, int max) {
        return Members.integer(json, name, absent, min, max);
    }

    public boolean flag(String name, boolean absent) {
        if (has(name) && !json.path(name).isBoolean()) {
            throw invalid(name + " must be a boolean.");
        }
        return json.path(name).asBoolean(absent);
    }

    public byte[] blob(String name) {
        return Members.blob(json, name);
    }

    public Optional<Input> object(String name) {
        if (has(name) && !json.path(name).isObject()) {
            throw invalid(name + " must be an object.");
        }
        return has(name) ? Optional.of(new Input(json.path(name))) : Optional.empty();
    }

    /** The objects of a list; a missing list is an empty one. */
    public List<Input> list(String name) {
        return elements(name).stream().map(Input::new).toList();
    }

    /** The strings of a list; a missing list is an empty one. */
    public List<String> texts(String name) {
        List<JsonNode> elements = elements(name);
        if (!elements.stream().allMatch(JsonNode::isString)) {
            throw invalid(name + " must be a list of strings.");
        }
        return elements.stream().map(JsonNode::stringValue).toList();
    }

    /** Rejects, by its name, a member that would otherwise be ignored silently. */
    public Input allowing(String... names) {
        Set<String> known = Set.of(names);
        for (String name : json.propertyNames()) {
            if (!known.contains(name) && has(name)) {
                throw invalid(name + " is not supported by the embedded AWS.");
            }
        }
        return this;
    }

    public static AwsException invalid(String message) {
        return Members.invalid(message);
    }

    private List<JsonNode> elements(String name) {
        return has(name) ? Members.array(json, name).valueStream().toList() : List.of();
    }
}
