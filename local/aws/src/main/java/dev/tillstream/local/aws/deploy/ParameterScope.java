package dev.tillstream.local.aws.deploy;

import dev.tillstream.local.aws.deploy.intrinsic.Evaluator;
import dev.tillstream.local.aws.deploy.intrinsic.Scope;
import dev.tillstream.local.aws.deploy.resource.Arns;
import dev.tillstream.local.aws.deploy.template.Template;
import dev.tillstream.local.aws.deploy.template.TemplateException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;

/** What names stand for before any resource exists: parameters, pseudo parameters, conditions. */
record ParameterScope(Template template, String stack, Map<String, JsonNode> values)
        implements Scope {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    static ParameterScope of(Template template, String stack, Map<String, String> overrides) {
        var values = new HashMap<String, JsonNode>();
        values.put("AWS::AccountId", JSON.stringNode(Arns.ACCOUNT));
        values.put("AWS::Partition", JSON.stringNode(Arns.PARTITION));
        values.put("AWS::Region", JSON.stringNode(Arns.REGION));
        values.put("AWS::StackName", JSON.stringNode(stack));
        values.put("AWS::URLSuffix", JSON.stringNode("amazonaws.com"));
        values.put("AWS::NoValue", MissingNode.getInstance());
        template.parameters()
                .forEach((name, parameter) ->
                        values.put(name, parameter.value(overrides.get(name))));
        return new ParameterScope(template, stack, Map.copyOf(values));
    }

    boolean knows(String name) {
        return values.containsKey(name);
    }

    /** Whether something under that condition exists; without a condition it does. */
    boolean holds(@Nullable String condition) {
        return condition == null || condition(condition);
    }

    @Override
    public JsonNode ref(String name) {
        var value = values.get(name);
        if (value == null) {
            throw new TemplateException("%s is not a parameter".formatted(name));
        }
        return value;
    }

    @Override
    public JsonNode attribute(String resource, String attribute) {
        throw new TemplateException(
                "%s.%s can't be used here: no resource exists yet".formatted(resource, attribute));
    }

    @Override
    public JsonNode imported(String export) {
        throw new TemplateException("%s can't be imported here".formatted(export));
    }

    @Override
    public boolean condition(String name) {
        var condition = template.conditions().get(name);
        if (condition == null) {
            throw new TemplateException("there is no condition %s".formatted(name));
        }
        return new Evaluator(this).test(condition);
    }
}
