package dev.tillstream.local.launcher.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void areTheUsualOnesUnlessAskedOtherwise() {
        Ports ports = Ports.from(null);

        assertThat(services(ports)).containsExactly(8080, 8081, 8082, 8083);
        assertThat(management(ports)).containsExactly(9080, 9081, 9082, 9083);
        assertThat(ports.aws()).isEqualTo(4566);
    }

    @Test
    void followABase() {
        Ports ports = Ports.from(20_000);

        assertThat(services(ports)).containsExactly(20_000, 20_001, 20_002, 20_003);
        assertThat(management(ports)).containsExactly(21_000, 21_001, 21_002, 21_003);
        assertThat(ports.aws()).isEqualTo(20_004);
        assertThat(ports.address(Service.ANALYTICS))
                .isEqualTo(URI.create("http://127.0.0.1:20003"));
        assertThat(ports.healthOf(Service.INGEST))
                .isEqualTo(URI.create("http://127.0.0.1:21000/actuator/health/readiness"));
    }

    @Test
    void mustExist() {
        assertThatThrownBy(() -> Ports.from(0)).hasMessageContaining("--port");
        assertThatThrownBy(() -> Ports.from(65_000)).hasMessageContaining("--port");
        assertThat(Ports.from(64_531).managementOf(Service.ANALYTICS)).isLessThan(65_536);
    }

    private static List<Integer> services(Ports ports) {
        return Arrays.stream(Service.values()).map(ports::of).toList();
    }

    private static List<Integer> management(Ports ports) {
        return Arrays.stream(Service.values()).map(ports::managementOf).toList();
    }
}
