package dev.tillstream.local.aws.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrontTest {

    @ParameterizedTest
    @CsvSource({"127.0.0.1, 127.0.0.1", "0.0.0.0, 127.0.0.1", "localhost, 127.0.0.1"})
    void tellsHowThisMachineReachesIt(String host, String reached) throws Exception {
        try (Front front = Front.bind(InetAddress.getByName(host), 0)) {
            assertThat(front.endpoint().getHost()).isEqualTo(reached);
            assertThat(front.endpoint().getPort()).isPositive();
        }
    }
}
