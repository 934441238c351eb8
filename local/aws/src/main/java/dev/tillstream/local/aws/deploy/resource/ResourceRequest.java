package dev.tillstream.local.aws.deploy.resource;

import java.util.function.BiConsumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A resource to make: its place and its evaluated properties. */
public record ResourceRequest(String stack, String logicalId, JsonNode properties) {

    /** The name given by this property, or one made of stack and resource. */
    public String name(String property) {
        return properties.path(property).asString(stack + "-" + logicalId);
    }

    /** The input of a call that takes these properties as they are, those that are given. */
    ObjectNode input(String... names) {
        var input = JsonNodeFactory.instance.objectNode();
        for (var name : names) {
            ifGiven(name, input::set);
        }
        return input;
    }

    void ifGiven(String name, BiConsumer<String, JsonNode> use) {
        if (properties.has(name)) {
            use.accept(name, properties.get(name));
        }
    }
}
