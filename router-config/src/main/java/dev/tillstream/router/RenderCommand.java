package dev.tillstream.router;

import dev.tillstream.router.route.render.RulesTemplate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes the rules template. */
@Command(
        name = "render",
        description = "Writes cloudformation/runtime/rules.yaml from the routes.",
        mixinStandardHelpOptions = true)
final class RenderCommand implements Callable<Integer> {

    @Mixin private final Project project = new Project();
    @Mixin private final Output output = new Output();

    @Option(
            names = "--check",
            description =
                    "Write nothing; exit with 1 if the template is not what would be written.")
    private boolean check;

    @Override
    public Integer call() throws IOException {
        String rendered = RulesTemplate.render(project.wholeRoutes().routes());
        Path file = project.templates().resolve("rules.yaml");
        boolean same = Files.exists(file) && Files.readString(file).equals(rendered);
        if (!same && !check) {
            Files.writeString(file, rendered);
        }
        String state = same ? "unchanged" : check ? "stale" : "written";
        output.print(
                () -> Output.fields("file", file, "state", state),
                () -> List.of("%s: %s".formatted(file, state)));
        return check && !same ? RoutesCommand.NO : 0;
    }
}
