package dev.tillstream.router;

import dev.tillstream.router.yaml.RoutesFile;
import dev.tillstream.router.yaml.TemplateExports;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the routes and the templates are. */
final class Project {

    @Option(
            names = "--root",
            paramLabel = "DIR",
            defaultValue = "${sys:tillstream.root:-.}",
            description = "The project's folder (default: here).")
    private Path root = Path.of("");

    @Option(
            names = "--routes",
            paramLabel = "FILE",
            description = "The routes (default: router-config/routes.yaml).")
    private @Nullable Path routes;

    @Option(
            names = "--templates",
            paramLabel = "DIR",
            description = "The runtime templates (default: cloudformation/runtime).")
    private @Nullable Path templates;

    RoutesFile routes() {
        return RoutesFile.read(
                routes == null
                        ? root.resolve("router-config").resolve("routes.yaml").normalize()
                        : routes);
    }

    /** Routes without findings of shape, or an exception that names the first. */
    RoutesFile wholeRoutes() {
        RoutesFile file = routes();
        file.findings().stream()
                .findFirst()
                .ifPresent(finding -> {
                    throw new IllegalStateException(
                            "%s:%d %s: %s"
                                    .formatted(
                                            file.file(),
                                            file.line(finding),
                                            finding.path(),
                                            finding.reason()));
                });
        return file;
    }

    Path templates() {
        return templates == null
                ? root.resolve("cloudformation").resolve("runtime").normalize()
                : templates;
    }

    TemplateExports exports() {
        return new TemplateExports(templates());
    }
}
