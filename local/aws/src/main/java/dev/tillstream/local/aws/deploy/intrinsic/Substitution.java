package dev.tillstream.local.aws.deploy.intrinsic;

import dev.tillstream.local.aws.deploy.template.TemplateException;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** {@code Fn::Sub}: text with {@code ${names}}, in a list with names of its own if need be. */
final class Substitution {
    private static final Pattern NAME = Pattern.compile("\\$\\{([^}]*)}");

    private Substitution() {}

    static JsonNode evaluate(JsonNode argument, Evaluator evaluator, Scope scope) {
        var template = argument.isArray() ? argument.path(0) : argument;
        var own = argument.path(1);
        if (!template.isString() || (argument.isArray() && !own.isObject())) {
            throw new TemplateException(
                    "Fn::Sub needs text, or a list of text and names, not %s".formatted(argument));
        }
        return JsonNodeFactory.instance.stringNode(
                NAME.matcher(template.stringValue())
                        .replaceAll(match ->
                                Matcher.quoteReplacement(value(match, own, evaluator, scope))));
    }

    private static String value(MatchResult match, JsonNode own, Evaluator evaluator, Scope scope) {
        var name = match.group(1).strip();
        if (name.startsWith("!")) {
            return "${" + name.substring(1) + "}";
        }
        if (own.has(name)) {
            return evaluator.text(own.get(name));
        }
        return evaluator.text(name.contains(".") ? evaluator.attribute(name) : scope.ref(name));
    }
}
