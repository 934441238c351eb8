package dev.tillstream.router;

import dev.tillstream.router.route.Finding;
import dev.tillstream.router.route.value.Value;
import dev.tillstream.router.route.verify.Verifier;
import dev.tillstream.router.ruler.RulerMatcher;
import dev.tillstream.router.schema.SchemaContract;
import dev.tillstream.router.yaml.RoutesFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Proves the routes offline. */
@Command(
        name = "verify",
        description = {
            "Proves the routes offline, with AWS's own matcher.",
            "Every example lands exactly where it says, every route can match, nothing exceeds a limit of the bus."
        },
        mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {

    @Mixin private final Project project = new Project();
    @Mixin private final Output output = new Output();

    @Override
    public Integer call() {
        RoutesFile file = project.routes();
        List<Finding> findings = new ArrayList<>(file.findings());
        if (findings.isEmpty()) {
            Verifier verifier =
                    new Verifier(new RulerMatcher(), new SchemaContract(), project.exports());
            findings.addAll(verifier.findings(file.routes()));
        }
        findings.sort(Comparator.comparingInt(file::line));
        output.print(() -> json(file, findings), () -> text(file, findings));
        return findings.isEmpty() ? 0 : RoutesCommand.NO;
    }

    private static Value json(RoutesFile file, List<Finding> findings) {
        return Output.fields(
                "routes",
                file.routes().routes().size(),
                "examples",
                file.routes().examples().size(),
                "findings",
                findings.stream().map(finding -> json(file, finding)).toList());
    }

    private static Value json(RoutesFile file, Finding finding) {
        return Output.fields(
                "kind",
                finding.kind().code(),
                "file",
                file.file(),
                "line",
                file.line(finding),
                "path",
                finding.path(),
                "reason",
                finding.reason());
    }

    private static List<String> text(RoutesFile file, List<Finding> findings) {
        if (findings.isEmpty()) {
            return List.of(
                    Output.good(
                            "%d routes, %d examples: every example lands exactly where it says."
                                    .formatted(
                                            file.routes().routes().size(),
                                            file.routes().examples().size())));
        }
        List<String> lines = new ArrayList<>();
        findings.forEach(finding -> lines.add(text(file, finding)));
        lines.add(Output.bad(findings.size() == 1 ? "1 finding." : findings.size() + " findings."));
        return lines;
    }

    private static String text(RoutesFile file, Finding finding) {
        String path = finding.path().isEmpty() ? "" : finding.path() + ": ";
        return "%s:%d: %s%s [%s]"
                .formatted(
                        file.file(),
                        file.line(finding),
                        path,
                        finding.reason(),
                        finding.kind().code());
    }
}
