package dev.tillstream.local.aws.conformance;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * One call of the scenario.
 *
 * @param service botocore's name
 * @param input its members; a text {@code $Operation/path} stands for a part of the last answer to
 *     that operation
 * @param error the code it must fail with, empty if it must succeed
 */
record Step(String service, String operation, ObjectNode input, String error) {

    static List<Step> read(JsonNode scenario) {
        return scenario.properties().stream()
                .flatMap(service ->
                        service.getValue()
                                .valueStream()
                                .map(step ->
                                        new Step(
                                                service.getKey(),
                                                step.path(0).stringValue(),
                                                (ObjectNode) step.path(1),
                                                step.path(2).asString(""))))
                .toList();
    }

    /** This step with the references replaced by what earlier answers had there. */
    Step with(Map<String, JsonNode> answers) {
        return new Step(service, operation, (ObjectNode) resolve(input, answers), error);
    }

    private static JsonNode resolve(JsonNode node, Map<String, JsonNode> answers) {
        if (node.isObject()) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            node.properties()
                    .forEach(each -> object.set(each.getKey(), resolve(each.getValue(), answers)));
            return object;
        }
        if (node.isArray()) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            node.forEach(each -> array.add(resolve(each, answers)));
            return array;
        }
        if (node.isString() && node.stringValue().startsWith("$")) {
            String reference = node.stringValue();
            int slash = reference.indexOf('/');
            JsonNode answer = answers.get(reference.substring(1, slash));
            JsonNode found = answer == null ? null : answer.at(reference.substring(slash));
            if (found == null || found.isMissingNode()) {
                throw new IllegalStateException("No answer has " + reference);
            }
            return found;
        }
        return node;
    }
}
