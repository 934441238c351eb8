package dev.tillstream.ingest;

import static dev.tillstream.ingest.intake.EventFixture.sale;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tillstream.access.key.AccessKey;
import dev.tillstream.access.key.KeyOffice;
import dev.tillstream.access.key.KeyOffice.Issued;
import dev.tillstream.access.key.Role;
import dev.tillstream.contract.StoreId;
import dev.tillstream.ingest.Till.Answer;
import dev.tillstream.local.testing.LocalAwsExtension;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who may send, asked of a real table. */
@Tag("portable")
@ExtendWith({LocalAwsExtension.class, OutputCaptureExtension.class})
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "management.server.port=0",
            "tillstream.ingest.bus.timeout=30s",
            "tillstream.access.fresh=1s",
            "tillstream.access.unknown-for=100ms",
            "tillstream.ingest.pace.events-per-second=1",
            "tillstream.ingest.pace.burst=200"
        })
class KeysIT {

    /** Ten times as long as a key is relied on. */
    private static final Duration SEEN = Duration.ofSeconds(10);

    private final String id = UUID.randomUUID().toString();
    private final KeyOffice office = Keys.office();
    private int port;
    private Till operator;

    @BeforeEach
    void connect(@LocalServerPort int port, @LocalManagementPort int managementPort) {
        this.port = port;
        operator = new Till(managementPort);
    }

    @Test
    void anotherStoresEventIsRefusedAloneAndTheRestGoesOn() {
        String other = sale(id + "-o", "1.00").replace("store_2", "store_3");

        Answer answer =
                with(Keys.ofStore("store_2")).post("[%s,%s]".formatted(other, sale(id, "2.00")));

        assertThat(answer.status()).isEqualTo(207);
        assertThat(answer.code(0)).isEqualTo("other-store");
        assertThat(answer.json().at("/items/0/error/field").asString())
                .isEqualTo("/detail/store_id");
        assertThat(answer.json().at("/items/0/error/retryable").asBoolean()).isFalse();
        assertThat(answer.json().at("/items/1/status").asString()).isEqualTo("accepted");
        assertThat(answer.header("Retry-After")).isEmpty();
    }

    @Test
    void onlyAnotherStoresEventsAreNothingToTake() {
        Answer answer = with(Keys.ofStore("store_3")).post(sale(id, "1.00"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code(0)).isEqualTo("other-store");
    }

    @Test
    void anAdminSendsForEveryStoreAndAReaderForNone() {
        assertThat(with(Keys.of(Role.ADMIN)).post(sale(id, "1.00")).status()).isEqualTo(202);

        Answer refused = with(Keys.of(Role.READER)).post(sale(id, "1.00"));
        assertProblem(refused, 403, "wrong-role");
        assertThat(refused.header("WWW-Authenticate")).contains("insufficient_scope");
    }

    @Test
    void withoutAKeyNothingIsToldNotEvenWhatThereIs() {
        for (String path : new String[] {"/events", "/", "/nothing"}) {
            Answer answer = new Till(port).get(path);
            assertProblem(answer, 401, "no-key");
            assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"tillstream\"");
        }
        assertThat(operator.get("/actuator/health/readiness").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer",
                "Bearer ",
                "Bearer nonsense",
                "Basic dXNlcjpwYXNzd29yZA==",
                "Bearer till_0123456789ab_00_00000000",
                "Bearer till_0123456789ab_0000000000000000000000000000000000000000000000000000000000000000_00000000"
            })
    void whatIsNoKeyIsRefusedWithoutALook(String header) {
        Answer answer =
                new Till(port)
                        .send(
                                HttpRequest.newBuilder(new Till(port).uri("/events"))
                                        .header("Authorization", header)
                                        .POST(BodyPublishers.ofString(sale(id, "1"))));

        assertProblem(answer, 401, "bad-key");
        assertThat(answer.header("WWW-Authenticate")).contains("invalid_token");
    }

    @Test
    void aKeyThatNobodyMadeIsRefused() {
        Issued unknown = office.createForStore(new StoreId("store_2"));
        String invented = unknown.key().reveal();
        // The same id, another secret, and a checksum that fits.
        Issued rotated = office.rotate(unknown.stored().id(), Duration.ZERO);

        assertProblem(with(invented).post(sale(id, "1")), 401, "bad-key");
        assertThat(with(rotated.key().reveal()).post(sale(id, "1")).status()).isEqualTo(202);
    }

    @Test
    void bothKeysAreGoodAfterARotationUntilTheFirstIsEnded() {
        Issued first = office.createForStore(new StoreId("store_2"));
        Till before = with(first.key().reveal());
        assertThat(before.post(sale(id + "-1", "1")).status()).isEqualTo(202);

        Till after = with(office.rotate(first.stored().id(), Duration.ofHours(1)).key().reveal());

        await().atMost(SEEN).until(() -> after.post(sale(id + "-2", "1")).status() == 202);
        assertThat(before.post(sale(id + "-3", "1")).status()).isEqualTo(202);
        office.endPrevious(first.stored().id());
        await().atMost(SEEN).until(() -> before.post(sale(id + "-4", "1")).status() == 401);
        assertThat(after.post(sale(id + "-5", "1")).status()).isEqualTo(202);
    }

    @Test
    void aRevokedKeyIsRefusedSoonWithoutARestart() {
        Issued issued = office.createForStore(new StoreId("store_2"));
        Till till = with(issued.key().reveal());
        assertThat(till.post(sale(id, "1")).status()).isEqualTo(202);

        office.revoke(issued.stored().id());

        await().atMost(SEEN).until(() -> till.post(sale(id, "1")).status() == 401);
    }

    @Test
    void aStoreThatSendsTooMuchIsToldWhenToComeBackAndOthersGoOn() {
        Till wild = with(Keys.ofStore(id));
        for (int i = 0; i < 3; i++) {
            int request = i;
            String events =
                    IntStream.range(0, 100)
                            .mapToObj(n -> sale(request + "-" + n, "1").replace("store_2", id))
                            .collect(Collectors.joining(",", "[", "]"));
            int status = wild.post(events).status();
            assertThat(status).isEqualTo(i < 2 || status == 202 ? 202 : 429);
        }

        Answer answer = wild.post(sale("more", "1").replace("store_2", id));

        assertProblem(answer, 429, "too-fast");
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(1, 120);
        assertThat(with(Keys.ofStore("store_2")).post(sale(id, "1")).status()).isEqualTo(202);
    }

    @Test
    void noKeyIsEverLogged(CapturedOutput output) {
        String good = Keys.ofStore("store_2");
        String revoked = Keys.ofStore("store_2");
        office.revoke(AccessKey.parse(revoked).orElseThrow().id());

        with(good).post(sale(id, "1"));
        with(good).post("{oops");
        with(good).get("/nothing");
        assertThat(with(revoked).post(sale(id, "1")).response().body()).doesNotContain(revoked);

        for (String key : new String[] {good, revoked}) {
            assertThat(output.getAll()).doesNotContain(key, key.substring(18, 82));
        }
    }

    @Test
    void refusalsAreCountedByReason() {
        new Till(port).post(sale(id, "1"));

        assertThat(
                        operator.get(
                                        "/actuator/metrics/tillstream.access.refused?tag=reason:no-key")
                                .json()
                                .at("/measurements/0/value")
                                .asDouble())
                .isGreaterThanOrEqualTo(1);
    }

    private Till with(String key) {
        return new Till(port, key);
    }

    private static void assertProblem(Answer answer, int status, String type) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().at("/type").asString())
                .isEqualTo("urn:tillstream:problem:" + type);
    }
}
