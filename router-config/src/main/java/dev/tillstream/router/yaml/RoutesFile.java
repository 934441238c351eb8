package dev.tillstream.router.yaml;

import dev.tillstream.router.route.Finding;
import dev.tillstream.router.route.Routes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * A file of routes as far as it could be read.
 *
 * @param findings what has the wrong shape; without any the routes are whole
 */
public record RoutesFile(
        Path file, Routes routes, List<Finding> findings, ToIntFunction<String> lines) {
    public RoutesFile {
        findings = List.copyOf(findings);
    }

    /**
     * Reads the file and the examples that it names.
     *
     * @throws UncheckedIOException if there is no such file
     */
    public static RoutesFile read(Path file) {
        try {
            return read(file, Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("can't read " + file, e);
        }
    }

    private static RoutesFile read(Path file, String yaml) {
        try {
            Document document = Document.read(yaml);
            Path folder = file.toAbsolutePath().getParent();
            RoutesReader reader = new RoutesReader(folder == null ? Path.of("") : folder);
            Routes routes = reader.read(document.root());
            return new RoutesFile(file, routes, reader.findings(), document::line);
        } catch (SyntaxException e) {
            Finding finding = new Finding(Finding.Kind.SYNTAX, "", String.valueOf(e.getMessage()));
            return new RoutesFile(file, RoutesReader.NOTHING, List.of(finding), path -> e.line());
        }
    }

    /** The line of a finding. */
    public int line(Finding finding) {
        return lines.applyAsInt(finding.path());
    }
}
