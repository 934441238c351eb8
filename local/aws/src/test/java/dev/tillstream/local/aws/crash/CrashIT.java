package dev.tillstream.local.aws.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A real process that is really killed; {@link CrashLoad} does the same for long. */
@Timeout(180)
class CrashIT {

    @TempDir private Path temp;

    @Test
    void losesNothingItAcknowledgedWhenKilled() throws Exception {
        for (var line : new CrashLoad(temp.resolve("data"), 3, 1_500, 17).run()) {
            assertThat(line.missing()).as(line.place()).isEmpty();
            assertThat(line.acknowledged()).as(line.place()).isPositive();
        }
        assertThat(Files.readString(AwsProcess.errors(temp.resolve("data"))))
                .as("templates deployed again change nothing")
                .doesNotContain("WARN ", "ERROR");
    }

    @Test
    void refusesAFolderThatIsInUse() throws Exception {
        Path folder = temp.resolve("data");
        try (AwsProcess first = AwsProcess.start(folder)) {
            Files.delete(AwsProcess.errors(folder));
            Process second = AwsProcess.launch(folder);

            assertThat(second.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(second.exitValue()).isEqualTo(1);
            assertThat(Files.readString(AwsProcess.errors(folder)).lines())
                    .filteredOn(line -> !line.startsWith("WARNING:"))
                    .singleElement()
                    .asString()
                    .contains(folder.toString(), "in use", "--data");
            assertThat(first).isNotNull();
        }
    }
}
