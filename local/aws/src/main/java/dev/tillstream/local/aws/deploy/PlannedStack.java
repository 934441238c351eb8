package dev.tillstream.local.aws.deploy;

import dev.tillstream.local.aws.deploy.intrinsic.Evaluator;
import dev.tillstream.local.aws.deploy.template.Output;
import dev.tillstream.local.aws.deploy.template.Template;
import dev.tillstream.local.aws.deploy.template.TemplateException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** A template with its parameters: what it exports and imports is known before anything is made. */
record PlannedStack(Template template, ParameterScope scope) {
    private static final String STACK_PREFIX = "tillstream-";

    static PlannedStack of(Template template, Map<String, String> overrides) {
        try {
            return new PlannedStack(
                    template,
                    ParameterScope.of(template, STACK_PREFIX + template.stem(), overrides));
        } catch (TemplateException e) {
            throw e.in(template.file());
        }
    }

    String name() {
        return scope.stack();
    }

    String file() {
        return template.file();
    }

    /** The outputs that others can import, by their export's name. */
    Map<String, Output> exports() {
        var exports = new LinkedHashMap<String, Output>();
        var evaluator = new Evaluator(scope);
        for (var output : template.outputs().values()) {
            var exportName = output.exportName();
            if (exportName != null && scope.holds(output.condition())) {
                var name = evaluator.text(exportName);
                if (exports.put(name, output) != null) {
                    throw new TemplateException("%s exports %s twice".formatted(file(), name));
                }
            }
        }
        return exports;
    }

    /** The names of all exports that it imports somewhere. */
    Set<String> imports() {
        var imports = new TreeSet<String>();
        for (var resource : template.resources().values()) {
            collectImports(resource.properties(), imports);
        }
        template.outputs().values().forEach(output -> collectImports(output.value(), imports));
        return imports;
    }

    private void collectImports(JsonNode node, Set<String> imports) {
        if (node.has("Fn::ImportValue")) {
            imports.add(new Evaluator(scope).text(node.get("Fn::ImportValue")));
        } else {
            node.forEach(child -> collectImports(child, imports));
        }
    }
}
