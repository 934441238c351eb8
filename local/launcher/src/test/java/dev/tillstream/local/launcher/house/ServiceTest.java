package dev.tillstream.local.launcher.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ServiceTest {

    @Test
    void isKnownByItsModuleAndByItsFirstWord() {
        assertThat(Service.named("ingest-service")).isEqualTo(Service.INGEST);
        assertThat(Service.named("analytics")).isEqualTo(Service.ANALYTICS);
    }

    @Test
    void ingestHasTheHeapThatComposeGivesIt() throws IOException {
        assertThat(Files.readString(Path.of("../../docker-compose.yml")))
                .contains(String.join(" ", Service.INGEST.heap()));
    }

    @Test
    void isNamedInFullWhenItIsUnknown() {
        assertThatThrownBy(() -> Service.named("billing"))
                .hasMessage(
                        "no service is called billing: ingest-service, dispatch-service,"
                                + " warehouse-service, analytics-service");
    }
}
