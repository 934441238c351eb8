package dev.tillstream.local.aws.eventbridge.target;

import dev.tillstream.local.aws.protocol.Input;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** The part of JSONPath that EventBridge targets need: member names after a dollar sign. */
public record JsonPath(String text, List<String> names) {

    private static final Pattern SYNTAX = Pattern.compile("\\$(\\.[\\p{L}_][\\p{L}\\p{N}_-]*)*");

    public JsonPath {
        names = List.copyOf(names);
    }

    public static JsonPath parse(String text) {
        if (!SYNTAX.matcher(text).matches()) {
            throw Input.invalid(
                    "JSONPath "
                            + text
                            + " is not supported by the embedded AWS: only $.name.name is");
        }
        String members = text.substring(1);
        return new JsonPath(
                text,
                members.isEmpty() ? List.of() : List.of(members.substring(1).split("\\.", -1)));
    }

    public Optional<JsonNode> find(JsonNode root) {
        JsonNode node = root;
        for (String name : names) {
            node = node.path(name);
        }
        return node.isMissingNode() || node.isNull() ? Optional.empty() : Optional.of(node);
    }
}
