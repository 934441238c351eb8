package dev.tillstream.local.aws.deploy.resource;

import dev.tillstream.local.aws.deploy.template.TemplateException;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * The properties that a resource type understands, as paths: {@code A.B} is B of A or of each
 * element of A; {@code A.*} is whatever is in A.
 */
public final class KnownProperties {
    private static final KnownProperties ALL = new KnownProperties(Set.of("*"));

    private final Set<String> paths;

    private KnownProperties(Set<String> paths) {
        this.paths = paths;
    }

    public static KnownProperties of(String... paths) {
        return new KnownProperties(Set.of(paths));
    }

    static KnownProperties all() {
        return ALL;
    }

    /** Fails on the first property that isn't known. */
    public void check(JsonNode properties) {
        check("", properties);
    }

    private void check(String path, JsonNode value) {
        if (paths.contains(path.isEmpty() ? "*" : path + ".*")) {
            return;
        }
        if (value.isObject()) {
            value.properties()
                    .forEach(property ->
                            check(
                                    path.isEmpty()
                                            ? property.getKey()
                                            : path + "." + property.getKey(),
                                    property.getValue()));
        } else if (value.isArray()) {
            value.forEach(element -> check(path, element));
        } else if (!paths.contains(path)) {
            throw new TemplateException(
                    "property %s is not supported by the embedded AWS".formatted(path));
        }
    }
}
