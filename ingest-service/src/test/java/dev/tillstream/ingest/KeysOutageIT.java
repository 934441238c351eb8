package dev.tillstream.ingest;

import static dev.tillstream.ingest.intake.EventFixture.sale;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tillstream.ingest.Till.Answer;
import dev.tillstream.local.testing.LocalAwsExtension;
import dev.tillstream.local.testing.fault.Fault;
import dev.tillstream.local.testing.fault.Faults;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;

/** While the table of keys is gone. */
@ExtendWith(LocalAwsExtension.class)
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "management.server.port=0",
            "tillstream.access.fresh=500ms",
            "tillstream.access.unknown-for=100ms",
            "tillstream.access.timeout=1s"
        })
class KeysOutageIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String id = UUID.randomUUID().toString();

    @Test
    void knownKeysStayGoodAndOthersAreToldToComeBack(
            @LocalServerPort int port, @LocalManagementPort int managementPort) {
        Till known = new Till(port, Keys.ofStore("store_2"));
        Till neverSeen = new Till(port, Keys.ofStore("store_2"));
        Till operator = new Till(managementPort);
        assertThat(known.post(sale(id, "1")).status()).isEqualTo(202);

        try (Faults faults = LocalAwsExtension.faults()) {
            var outage = faults.add(Fault.outage(Duration.ofMinutes(5)).on("dynamodb"));
            await().atMost(PATIENCE)
                    .until(() -> {
                        assertThat(known.post(sale(id, "1")).status()).isEqualTo(202);
                        return outage.hits() > 0;
                    });
            assertThat(known.post(sale(id, "1")).status()).isEqualTo(202);

            Answer unclear = neverSeen.post(sale(id, "1"));
            assertThat(unclear.status()).isEqualTo(503);
            assertThat(unclear.header("Retry-After")).isEqualTo("2");
            assertThat(unclear.json().at("/type").asString())
                    .isEqualTo("urn:tillstream:problem:keys-unavailable");

            Answer health = operator.get("/actuator/health/dependencies");
            assertThat(health.status()).isEqualTo(503);
            assertThat(health.json().at("/components/storeKeys/status").asString())
                    .isEqualTo("DOWN");
            assertThat(operator.get("/actuator/health/readiness").status()).isEqualTo(200);
        }

        await().atMost(PATIENCE).until(() -> neverSeen.post(sale(id, "1")).status() == 202);
        assertThat(operator.get("/actuator/health/dependencies").status()).isEqualTo(200);
    }
}
