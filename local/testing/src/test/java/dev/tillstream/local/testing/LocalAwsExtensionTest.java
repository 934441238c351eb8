package dev.tillstream.local.testing;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LocalAwsExtensionTest {
    @Test
    void refusesAnUnknownAws() {
        assertThatThrownBy(() -> LocalAwsExtension.start("azure"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("-Daws=azure is unknown");
    }

    @Test
    void tellsHowToGetAnAwsWhenNoneIsRunning() {
        assertThatThrownBy(LocalAwsExtension::endpoint)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("@ExtendWith(LocalAwsExtension.class)");
    }

    @Test
    void tellsHowToPackageAMissingJar(@TempDir Path empty) {
        assertThatThrownBy(() -> new ProjectFolder(empty).localAwsJar())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("local-aws-*-exec.jar")
                .hasMessageContaining("./mvnw -pl local/aws");
    }
}
