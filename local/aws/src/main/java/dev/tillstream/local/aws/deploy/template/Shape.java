package dev.tillstream.local.aws.deploy.template;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Checks of a template's parts: what isn't understood is an error, never skipped. */
final class Shape {
    private Shape() {}

    static void checkKeys(JsonNode node, Set<String> known) {
        if (!node.isObject()) {
            throw new TemplateException("it is not a mapping");
        }
        for (var key : node.propertyNames()) {
            if (!known.contains(key)) {
                throw new TemplateException("%s is not supported".formatted(key));
            }
        }
    }

    static String text(JsonNode node, String key) {
        var text = optionalText(node, key);
        if (text == null) {
            throw new TemplateException("%s is missing".formatted(key));
        }
        return text;
    }

    static @Nullable String optionalText(JsonNode node, String key) {
        var value = node.path(key);
        if (value.isMissingNode()) {
            return null;
        }
        if (!value.isValueNode()) {
            throw new TemplateException("%s is not plain text".formatted(key));
        }
        return value.asString();
    }
}
