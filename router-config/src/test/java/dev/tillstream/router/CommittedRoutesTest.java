package dev.tillstream.router;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommittedRoutesTest {

    private static final String ROOT = ProjectFolder.root().toString();

    @Test
    void areProved() {
        Run run = Run.of("verify", "--root", ROOT);

        assertThat(run.out()).contains("every example lands exactly where it says");
        assertThat(run.exit()).isZero();
    }

    @Test
    void areTheSourceOfTheCommittedTemplate() {
        Run run = Run.of("render", "--check", "--root", ROOT);

        assertThat(run.out()).as("run ./run routes render").contains("unchanged");
        assertThat(run.exit()).isZero();
    }

    @Test
    void giveTheSameBytesEachTime(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("rules.yaml");
        Run.of("render", "--root", ROOT, "--templates", folder.toString());
        byte[] first = Files.readAllBytes(file);
        Files.delete(file);

        assertThat(Run.of("render", "--root", ROOT, "--templates", folder.toString()).out())
                .contains("written");
        assertThat(file).hasBinaryContent(first);
    }

    @Test
    void differFromATemplateThatSomebodyEdited(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("rules.yaml"), "# mine\n");

        Run run = Run.of("render", "--check", "--root", ROOT, "--templates", folder.toString());

        assertThat(run.exit()).isEqualTo(1);
        assertThat(folder.resolve("rules.yaml")).hasContent("# mine\n");
    }
}
