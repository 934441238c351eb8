package dev.tillstream.ingest;

import static dev.tillstream.ingest.intake.EventFixture.sale;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tillstream.access.key.Role;
import dev.tillstream.ingest.Till.Answer;
import dev.tillstream.local.testing.LocalAwsExtension;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Collections;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What a till sees when nobody listens where the bus should be. */
@Tag("portable")
@ExtendWith(LocalAwsExtension.class)
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "management.server.port=0",
            "tillstream.ingest.bus.attempts=2",
            "tillstream.ingest.bus.backoff=1ms",
            "tillstream.ingest.http.max-body=100KB",
            "tillstream.ingest.http.max-array=5"
        })
class BusDownIT {

    /** The SDK's own way to send one service elsewhere, stronger than aws.endpointUrl. */
    private static final String ENDPOINT = "aws.endpointUrlEventBridge";

    private Till till;
    private Till operator;

    @DynamicPropertySource
    static void nobodyListens(DynamicPropertyRegistry registry) throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            System.setProperty(ENDPOINT, "http://127.0.0.1:" + socket.getLocalPort());
        }
    }

    @AfterAll
    static void forget() {
        System.clearProperty(ENDPOINT);
    }

    @BeforeEach
    void connect(@LocalServerPort int port, @LocalManagementPort int managementPort) {
        till = new Till(port, Keys.of(Role.ADMIN));
        operator = new Till(managementPort);
    }

    @Test
    void saysWhenToComeBack() {
        Answer answer = till.post(sale("a", "1.10"));

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isEqualTo("2");
        assertThat(answer.json().at("/rejected").asInt()).isEqualTo(1);
        assertThat(answer.json().at("/items/0/error/code").asString()).isEqualTo("bus-unavailable");
        assertThat(answer.json().at("/items/0/error/retryable").asBoolean()).isTrue();
    }

    @Test
    void tellsInvalidEventsFromThoseToSendAgain() {
        Answer answer = till.postLines("{}\n" + sale("a", "1.10") + "\nno json\n");

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.code(0)).isEqualTo("missing-field");
        assertThat(answer.code(1)).isEqualTo("bus-unavailable");
        assertThat(answer.code(2)).isEqualTo("malformed-json");
    }

    @Test
    void rejectsEventsWithoutAskingTheBus() {
        Answer answer = till.post("[{},%s]".formatted(sale("a", "1e2")));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.header("Retry-After")).isEmpty();
        assertThat(answer.code(1)).isEqualTo("invalid-value");
        assertThat(answer.json().at("/items/1/error/field").asString()).isEqualTo("/detail/sales");
    }

    @Test
    void isAliveAndReadyButMissesItsBus() {
        assertThat(operator.get("/actuator/health/liveness").status()).isEqualTo(200);
        assertThat(operator.get("/actuator/health/readiness").status()).isEqualTo(200);
        assertThat(operator.get("/actuator/health/dependencies").status()).isEqualTo(503);
    }

    @Test
    void countsWhatItRejectsByCode() {
        till.post("[{},{}]");

        assertThat(
                        operator.get(
                                        "/actuator/metrics/tillstream.ingest.rejected?tag=code:missing-field")
                                .json()
                                .at("/measurements/0/value")
                                .asDouble())
                .isGreaterThanOrEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    application/json     | '{'             | 400 | unreadable-body
                    application/json     | '[{},]'         | 400 | unreadable-body
                    application/json     | ''              | 400 | empty-body
                    application/json     | '[]'            | 400 | empty-body
                    application/x-ndjson | ' '             | 400 | empty-body
                    application/json     | '[1,2,3,4,5,6]' | 413 | too-many-events
                    """)
    void answersABodyWithoutItemsByAProblem(
            String contentType, String body, int status, String type) {
        Answer answer = till.post(contentType, body);

        assertProblem(answer, status);
        assertThat(answer.json().at("/type").asString())
                .isEqualTo("urn:tillstream:problem:" + type);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/x-ndjson"})
    void refusesALargeBodyWhetherItsLengthIsToldOrNot(String contentType) {
        byte[] body = String.join("\n", Collections.nCopies(60_000, "{}")).getBytes(UTF_8);
        HttpRequest.Builder request =
                HttpRequest.newBuilder(till.uri("/events")).header("Content-Type", contentType);

        assertProblem(till.send(request.POST(BodyPublishers.ofByteArray(body))), 413);
        assertProblem(
                till.send(
                        request.POST(
                                BodyPublishers.ofInputStream(
                                        () -> new ByteArrayInputStream(body)))),
                413);
    }

    @Test
    void answersEverythingElseByAProblemToo() {
        assertProblem(till.get("/"), 404);
        assertProblem(till.get("/events"), 405);
        assertProblem(till.get("/error"), 404);
        assertProblem(till.get("/%2e%2e/x"), 400);
        assertProblem(
                till.send(
                        HttpRequest.newBuilder(till.uri("/events"))
                                .method("QUERY", BodyPublishers.noBody())),
                405);
        assertProblem(till.post("multipart/form-data", sale("a", "1")), 415);
        assertProblem(till.post("text/plain", sale("a", "1")), 415);
        assertProblem(till.post("application/x-www-form-urlencoded", sale("a", "1")), 415);
        assertProblem(till.send(events().header("Content-Encoding", "br")), 415);
        assertProblem(till.send(events().header("Content-Encoding", "gzip")), 400);
        assertProblem(till.send(events().header("Accept", "text/html")), 406);
    }

    private HttpRequest.Builder events() {
        return HttpRequest.newBuilder(till.uri("/events"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(sale("a", "1")));
    }

    private static void assertProblem(Answer answer, int status) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().at("/status").asInt()).isEqualTo(status);
        assertThat(answer.response().body()).doesNotContain("Exception", "trace", "\tat ");
    }
}
