package dev.tillstream.local.aws.deploy.resource;

import dev.tillstream.local.aws.deploy.template.TemplateException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Compares what a template wants with what is there; more may be there than is wanted. */
final class Comparison {
    private Comparison() {}

    static void requireEqual(String what, JsonNode wanted, JsonNode actual) {
        var difference = difference("", wanted, actual);
        if (difference != null) {
            throw new TemplateException(
                    "%s exists already with another%s (wanted: %s): delete it first"
                            .formatted(what, difference, wanted));
        }
    }

    private static @Nullable String difference(String path, JsonNode wanted, JsonNode actual) {
        if (wanted.isObject()) {
            for (var property : wanted.properties()) {
                var difference =
                        difference(
                                path + " " + property.getKey(),
                                property.getValue(),
                                actual.path(property.getKey()));
                if (difference != null) {
                    return difference;
                }
            }
            return null;
        }
        if (wanted.isArray()) {
            return wanted.size() == actual.size()
                            && wanted.valueStream().allMatch(element -> isIn(element, actual))
                    ? null
                    : path;
        }
        return wanted.asString().equals(actual.asString("")) ? null : path;
    }

    private static boolean isIn(JsonNode element, JsonNode actual) {
        return actual.valueStream().anyMatch(other -> difference("", element, other) == null);
    }
}
