package dev.tillstream.local.aws.deploy;

import dev.tillstream.local.aws.deploy.intrinsic.Evaluator;
import dev.tillstream.local.aws.deploy.intrinsic.Scope;
import dev.tillstream.local.aws.deploy.resource.CreatedResource;
import dev.tillstream.local.aws.deploy.resource.ResourceProviders;
import dev.tillstream.local.aws.deploy.resource.ResourceRequest;
import dev.tillstream.local.aws.deploy.template.Resource;
import dev.tillstream.local.aws.deploy.template.TemplateException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Makes the resources of one stack; who is referred to is made first. */
final class StackDeployment implements Scope {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final PlannedStack stack;
    private final Map<String, String> imports;
    private final ResourceProviders providers;
    private final Evaluator evaluator = new Evaluator(this);
    private final Map<String, CreatedResource> created = new HashMap<>();
    private final Set<String> beingCreated = new LinkedHashSet<>();

    StackDeployment(PlannedStack stack, Map<String, String> imports, ResourceProviders providers) {
        this.stack = stack;
        this.imports = imports;
        this.providers = providers;
    }

    /** Makes everything. */
    DeployedStack deploy() {
        try {
            for (var resource : stack.template().resources().values()) {
                if (stack.scope().holds(resource.condition())) {
                    resource(resource.name());
                }
            }
            return new DeployedStack(stack.name(), parameters(), outputs());
        } catch (TemplateException e) {
            throw e.in(stack.file());
        }
    }

    private SortedMap<String, String> parameters() {
        var parameters = new TreeMap<String, String>();
        for (var name : stack.template().parameters().keySet()) {
            parameters.put(name, stack.scope().ref(name).asString());
        }
        return parameters;
    }

    private List<DeployedStack.Value> outputs() {
        var exportNames = new HashMap<String, String>();
        stack.exports().forEach((name, output) -> exportNames.put(output.name(), name));
        return stack.template().outputs().values().stream()
                .filter(output -> stack.scope().holds(output.condition()))
                .map(output ->
                        new DeployedStack.Value(
                                output.name(),
                                evaluator.text(output.value()),
                                exportNames.getOrDefault(output.name(), "")))
                .toList();
    }

    private CreatedResource resource(String name) {
        var present = created.get(name);
        if (present != null) {
            return present;
        }
        var resource = stack.template().resources().get(name);
        if (resource == null || !stack.scope().holds(resource.condition())) {
            throw new TemplateException("there is no parameter or resource %s".formatted(name));
        }
        if (!beingCreated.add(name)) {
            throw new TemplateException(
                    "%s needs itself, through %s".formatted(name, beingCreated));
        }
        var result = create(resource);
        beingCreated.remove(name);
        created.put(name, result);
        return result;
    }

    private CreatedResource create(Resource resource) {
        try {
            resource.dependsOn().forEach(this::resource);
            return providers.create(
                    resource.type(),
                    new ResourceRequest(
                            stack.name(),
                            resource.name(),
                            evaluator.evaluate(resource.properties())));
        } catch (TemplateException e) {
            throw e.in(resource.name());
        } catch (RuntimeException e) {
            throw TemplateException.failed("%s: %s".formatted(resource.name(), e.getMessage()), e);
        }
    }

    @Override
    public JsonNode ref(String name) {
        return stack.scope().knows(name)
                ? stack.scope().ref(name)
                : JSON.stringNode(resource(name).ref());
    }

    @Override
    public JsonNode attribute(String resource, String attribute) {
        var value = resource(resource).attributes().get(attribute);
        if (value == null) {
            throw new TemplateException(
                    "attribute %s.%s is not supported by the embedded AWS"
                            .formatted(resource, attribute));
        }
        return JSON.stringNode(value);
    }

    @Override
    public JsonNode imported(String export) {
        var value = imports.get(export);
        if (value == null) {
            throw new TemplateException("%s is not exported".formatted(export));
        }
        return JSON.stringNode(value);
    }

    @Override
    public boolean condition(String name) {
        return stack.scope().condition(name);
    }
}
