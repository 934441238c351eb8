package dev.tillstream.local.aws.deploy.template;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** An output of a template, with the name that other stacks import it by, neither evaluated yet. */
public record Output(
        String name, JsonNode value, @Nullable String condition, @Nullable JsonNode exportName) {
    static final Set<String> KEYS = Set.of("Description", "Value", "Condition", "Export");

    static Output of(String name, JsonNode node) {
        Shape.checkKeys(node, KEYS);
        if (!node.has("Value")) {
            throw new TemplateException("Value is missing");
        }
        if (node.has("Export")) {
            Shape.checkKeys(node.get("Export"), Set.of("Name"));
        }
        return new Output(
                name,
                node.get("Value"),
                Shape.optionalText(node, "Condition"),
                node.path("Export").get("Name"));
    }
}
