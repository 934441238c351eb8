package dev.tillstream.local.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** An integration test runs on any AWS, or docs/environments.md says why not. */
final class PortableTestsTest {
    private static final Path ROOT = ProjectFolder.find().root();

    @Test
    void namesEveryTestThatRunsOnTheEmbeddedAwsOnly() throws IOException {
        var reasons = Files.readString(ROOT.resolve("docs/environments.md"));

        var tests = integrationTests();

        assertThat(tests).hasSizeGreaterThan(20);
        assertThat(tests)
                .filteredOn(test ->
                        !isPortable(test)
                                && !reasons.contains("`" + name(test) + "`")
                                && !reasons.contains("everything in `" + module(test) + "`"))
                .as("neither @Tag(\"portable\") nor in docs/environments.md")
                .isEmpty();
    }

    @Test
    void callsNoPortableTestAnExceptionToTheRule() throws IOException {
        var reasons = Files.readString(ROOT.resolve("docs/environments.md"));
        var exceptions = reasons.substring(reasons.indexOf("embedded AWS only:"));

        assertThat(integrationTests())
                .filteredOn(PortableTestsTest::isPortable)
                .isNotEmpty()
                .noneMatch(test -> exceptions.contains("`" + name(test) + "`"));
    }

    private static List<Path> integrationTests() throws IOException {
        try (Stream<Path> files =
                Files.find(
                        ROOT,
                        20,
                        (file, attributes) -> file.getFileName().toString().endsWith("IT.java"))) {
            return files.filter(file -> file.toString().contains("/src/test/java/")).toList();
        }
    }

    private static boolean isPortable(Path test) {
        try (Stream<String> lines = Files.lines(test)) {
            return lines.anyMatch("@Tag(\"portable\")"::equals);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(Path test) {
        return test.getFileName().toString().replace(".java", "");
    }

    private static String module(Path test) {
        var path = ROOT.relativize(test).toString();
        return path.substring(0, path.indexOf("/src/"));
    }
}
