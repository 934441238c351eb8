package dev.tillstream.local.aws.deploy;

import dev.tillstream.local.aws.deploy.api.AwsApi;
import dev.tillstream.local.aws.deploy.resource.ResourceProviders;
import dev.tillstream.local.aws.deploy.template.Resource;
import dev.tillstream.local.aws.deploy.template.Template;
import dev.tillstream.local.aws.deploy.template.TemplateException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deploys a folder of CloudFormation templates to an embedded AWS by calling its API. What it
 * doesn't understand is an error, so that a template that deploys here says the same on AWS.
 */
public final class TemplateDeployer {
    private static final Logger LOG = LoggerFactory.getLogger(TemplateDeployer.class);

    private final URI endpoint;
    private final Map<String, String> parameters;

    /**
     * Deploys to that endpoint.
     *
     * @param parameters values for template parameters, each for every template that has one of
     *     that name
     */
    public TemplateDeployer(URI endpoint, Map<String, String> parameters) {
        this.endpoint = endpoint;
        this.parameters = Map.copyOf(parameters);
    }

    /**
     * Deploys every {@code *.yaml} of the folder as the stack {@code tillstream-<name>}, exporting
     * stacks first.
     *
     * @throws TemplateException if that is not possible, saying where and why
     */
    public Deployment deploy(Path folder) {
        try (var aws = new AwsApi(endpoint)) {
            return deploy(templates(folder), ResourceProviders.calling(aws));
        }
    }

    Deployment deploy(List<Template> templates, ResourceProviders providers) {
        checkParameters(templates);
        var stacks =
                StackOrder.of(
                        templates.stream()
                                .map(template -> PlannedStack.of(template, parameters))
                                .toList());
        var exports = new HashMap<String, String>();
        var deployed = new ArrayList<DeployedStack>();
        for (var stack : stacks) {
            var made = new StackDeployment(stack, exports, providers).deploy();
            made.outputs().stream()
                    .filter(output -> !output.exportName().isEmpty())
                    .forEach(output -> exports.put(output.exportName(), output.value()));
            deployed.add(made);
            LOG.info("Deployed {}", stack.name());
        }
        var withoutEffect = typesWithoutEffect(templates);
        LOG.info("Accepted without effect: {}", String.join(", ", withoutEffect));
        return new Deployment(deployed, exports, withoutEffect);
    }

    private void checkParameters(List<Template> templates) {
        var known = new TreeSet<String>();
        templates.forEach(template -> known.addAll(template.parameters().keySet()));
        for (var name : parameters.keySet()) {
            if (!known.contains(name)) {
                throw new TemplateException(
                        "no template has a parameter %s; there are %s".formatted(name, known));
            }
        }
    }

    private static SortedSet<String> typesWithoutEffect(List<Template> templates) {
        return templates.stream()
                .flatMap(template -> template.resources().values().stream())
                .map(Resource::type)
                .filter(ResourceProviders.WITHOUT_EFFECT::contains)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Template> templates(Path folder) {
        var templates = new ArrayList<Template>();
        try (var files = Files.list(folder)) {
            files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .forEach(file -> templates.add(Template.read(file)));
        } catch (IOException e) {
            throw new UncheckedIOException("Could not read the templates in " + folder, e);
        }
        if (templates.isEmpty()) {
            throw new TemplateException("there is no *.yaml in " + folder.toAbsolutePath());
        }
        return templates;
    }
}
