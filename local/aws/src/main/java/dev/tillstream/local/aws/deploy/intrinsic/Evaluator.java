package dev.tillstream.local.aws.deploy.intrinsic;

import dev.tillstream.local.aws.deploy.template.TemplateException;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Evaluates what is written in a template: Ref, GetAtt, Sub, ImportValue, If, Equals, Not, Join and
 * Select. Any other function is an error.
 */
public final class Evaluator {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Scope scope;

    public Evaluator(Scope scope) {
        this.scope = scope;
    }

    /** The value with every function replaced by its result; missing if that is {@code NoValue}. */
    public JsonNode evaluate(JsonNode node) {
        if (node.isArray()) {
            var array = JSON.arrayNode();
            node.valueStream()
                    .map(this::evaluate)
                    .filter(value -> !value.isMissingNode())
                    .forEach(array::add);
            return array;
        }
        if (!(node instanceof ObjectNode object)) {
            return node;
        }
        if (object.size() == 1) {
            var only = object.properties().iterator().next();
            if (only.getKey().equals("Ref") || only.getKey().startsWith("Fn::")) {
                return call(only.getKey(), only.getValue());
            }
        }
        var result = JSON.objectNode();
        for (var property : object.properties()) {
            var value = evaluate(property.getValue());
            if (!value.isMissingNode()) {
                result.set(property.getKey(), value);
            }
        }
        return result;
    }

    /** The value as text. */
    public String text(JsonNode node) {
        var value = evaluate(node);
        if (!value.isValueNode()) {
            throw new TemplateException("%s is not text".formatted(node));
        }
        return value.asString();
    }

    /** The value of an expression of the section {@code Conditions}. */
    public boolean test(JsonNode condition) {
        var value = evaluate(condition);
        if (!value.isBoolean()) {
            throw new TemplateException("%s is not a condition".formatted(condition));
        }
        return value.booleanValue();
    }

    private JsonNode call(String function, JsonNode argument) {
        return switch (function) {
            case "Ref" -> scope.ref(text(argument));
            case "Fn::GetAtt" -> getAtt(argument);
            case "Fn::Sub" -> Substitution.evaluate(argument, this, scope);
            case "Fn::ImportValue" -> scope.imported(text(argument));
            case "Fn::If" ->
                    scope.condition(text(at(function, argument, 0, 3)))
                            ? evaluate(argument.get(1))
                            : evaluate(argument.get(2));
            // As text: the same number or boolean can be written and quoted.
            case "Fn::Equals" ->
                    JSON.booleanNode(
                            text(at(function, argument, 0, 2)).equals(text(argument.get(1))));
            case "Fn::Not" -> JSON.booleanNode(!test(at(function, argument, 0, 1)));
            case "Fn::Join" -> join(function, argument);
            case "Fn::Select" -> select(function, argument);
            default -> throw new TemplateException("%s is not supported".formatted(function));
        };
    }

    private JsonNode getAtt(JsonNode argument) {
        if (argument.isArray()) {
            return scope.attribute(text(at("Fn::GetAtt", argument, 0, 2)), text(argument.get(1)));
        }
        return attribute(text(argument));
    }

    JsonNode attribute(String path) {
        var dot = path.indexOf('.');
        if (dot < 0) {
            throw new TemplateException("%s names no attribute".formatted(path));
        }
        return scope.attribute(path.substring(0, dot), path.substring(dot + 1));
    }

    private JsonNode join(String function, JsonNode argument) {
        var separator = text(at(function, argument, 0, 2));
        var list = list(function, argument.get(1));
        return JSON.stringNode(
                list.valueStream().map(this::text).collect(Collectors.joining(separator)));
    }

    private JsonNode select(String function, JsonNode argument) {
        var index = text(at(function, argument, 0, 2));
        var list = list(function, argument.get(1));
        if (!index.matches("[0-9]{1,9}") || Integer.parseInt(index) >= list.size()) {
            throw new TemplateException(
                    "%s has no element %s in %s".formatted(function, index, list));
        }
        return list.get(Integer.parseInt(index));
    }

    private JsonNode list(String function, JsonNode argument) {
        var list = evaluate(argument);
        if (!list.isArray()) {
            throw new TemplateException("%s needs a list, not %s".formatted(function, argument));
        }
        return list;
    }

    private static JsonNode at(String function, JsonNode argument, int index, int size) {
        if (!argument.isArray() || argument.size() != size) {
            throw new TemplateException(
                    "%s needs a list of %d, not %s".formatted(function, size, argument));
        }
        return argument.get(index);
    }
}
