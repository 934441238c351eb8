package dev.tillstream.local.aws.deploy.template;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** A resource of a template, its properties not evaluated yet. */
public record Resource(
        String name,
        String type,
        @Nullable String condition,
        List<String> dependsOn,
        JsonNode properties) {
    // The policies say what happens at deletion: nothing is ever deleted here.
    static final Set<String> KEYS =
            Set.of(
                    "Type",
                    "Properties",
                    "Condition",
                    "DependsOn",
                    "DeletionPolicy",
                    "UpdateReplacePolicy",
                    "Metadata");

    public Resource {
        dependsOn = List.copyOf(dependsOn);
    }

    static Resource of(String name, JsonNode node) {
        Shape.checkKeys(node, KEYS);
        var dependsOn = node.path("DependsOn");
        return new Resource(
                name,
                Shape.text(node, "Type"),
                Shape.optionalText(node, "Condition"),
                dependsOn.isString()
                        ? List.of(dependsOn.asString())
                        : dependsOn.valueStream().map(JsonNode::asString).toList(),
                node.has("Properties")
                        ? node.get("Properties")
                        : JsonNodeFactory.instance.objectNode());
    }
}
