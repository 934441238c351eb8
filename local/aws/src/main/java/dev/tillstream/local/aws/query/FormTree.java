package dev.tillstream.local.aws.query;

import dev.tillstream.local.aws.http.Form;
import dev.tillstream.local.aws.protocol.Members;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads {@code Names.member.2.Key=v} as {@code {"Names":[...,{"Key":"v"}]}}. */
final class FormTree {

    private static final Set<String> OF_PROTOCOL = Set.of("Action", "Version");
    private static final int DEEPEST = 10;

    private FormTree() {}

    static ObjectNode read(Form form) {
        return object(form.fields(), 0);
    }

    private static ObjectNode object(Map<String, String> fields, int depth) {
        if (depth > DEEPEST) {
            throw Members.invalid("The form is nested more than " + DEEPEST + " deep.");
        }
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        SortedMap<String, Map<String, String>> nested = new TreeMap<>();
        fields.forEach((name, value) -> {
            int dot = name.indexOf('.');
            if (dot < 0 && !(depth == 0 && OF_PROTOCOL.contains(name))) {
                object.put(name, value);
            } else if (dot > 0) {
                nested.computeIfAbsent(name.substring(0, dot), key -> new TreeMap<>())
                        .put(name.substring(dot + 1), value);
            }
        });
        nested.forEach((name, parts) -> object.set(name, list(object(parts, depth + 1))));
        return object;
    }

    /** Members of a list are numbered from 1 on; the numbers only give the order. */
    private static JsonNode list(ObjectNode object) {
        if (!object.path("member").isObject()) {
            return object;
        }
        SortedMap<Integer, JsonNode> ordered = new TreeMap<>();
        for (Map.Entry<String, JsonNode> member : object.path("member").properties()) {
            if (!member.getKey().matches("\\d{1,6}")) {
                throw Members.invalid("member." + member.getKey() + " has no number.");
            }
            ordered.put(Integer.valueOf(member.getKey()), member.getValue());
        }
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        ordered.values().forEach(list::add);
        return list;
    }
}
