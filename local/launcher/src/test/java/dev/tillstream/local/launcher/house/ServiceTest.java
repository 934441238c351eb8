package dev.tillstream.local.launcher.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ServiceTest {

    @Test
    void isKnownByItsModuleAndByItsFirstWord() {
        assertThat(Service.named("ingest-service")).isEqualTo(Service.INGEST);
        assertThat(Service.named("analytics")).isEqualTo(Service.ANALYTICS);
    }

    @Test
    void isNamedInFullWhenItIsUnknown() {
        assertThatThrownBy(() -> Service.named("billing"))
                .hasMessage(
                        "no service is called billing: ingest-service, dispatch-service,"
                                + " warehouse-service, analytics-service");
    }
}
