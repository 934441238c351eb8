package dev.tillstream.ingest;

import static dev.tillstream.ingest.intake.EventFixture.received;
import static dev.tillstream.ingest.intake.EventFixture.returned;
import static dev.tillstream.ingest.intake.EventFixture.sale;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tillstream.ingest.Till.Answer;
import dev.tillstream.local.testing.LocalAwsExtension;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import software.amazon.awssdk.services.sqs.SqsClient;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From HTTP to the queues behind the bus. */
@Tag("portable")
@ExtendWith(LocalAwsExtension.class)
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"management.server.port=0", "tillstream.ingest.bus.timeout=60s"})
class EventsIT {

    private static final int LIMIT = 262_144;

    /** Long enough for LocalStack on a busy machine. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String id = UUID.randomUUID().toString();
    private Till till;
    private Till operator;
    private SqsClient sqs;
    private Subscriber dispatch;
    private Subscriber warehouse;

    @BeforeEach
    void connect(@LocalServerPort int port, @LocalManagementPort int managementPort) {
        till = new Till(port, Keys.ofStore("store_2"));
        operator = new Till(managementPort);
        sqs = SqsClient.create();
        dispatch = new Subscriber(sqs, "tillstream-dispatch");
        warehouse = new Subscriber(sqs, "tillstream-warehouse");
    }

    @AfterEach
    void disconnect() {
        sqs.close();
    }

    @Test
    void takesTheEnvelopeOfTheDemoAsItIs() {
        String event =
                """
                {"version":"0","id":"d14dcbec-a626-b929-6d26-9b4a0babfdc2","detail-type":"sales-events","source":"tillstream.ingest",
                 "account":"000000000000","time":"2021-03-06T17:15:06Z","region":"us-east-1","resources":[],
                 "detail":{"request_id":"b4d727cc-2b00-4146-aee9-33097f33a6e2","name":"Minotaur","category":"Books","store_id":"store_2",
                           "sales":75.32,"contact_me":"github.com/miztiik","is_return":true}}
                """;

        Answer answer = till.post(event);

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.response().body())
                .startsWith(
                        """
                        {"rejected":0,"status":true,"record_count":1,"tot_sales":-75.32,"items":[\
                        {"index":0,"status":"accepted","event_id":\"\
                        """);
        JsonNode arrived = arrived(warehouse, "b4d727cc-2b00-4146-aee9-33097f33a6e2");
        assertThat(arrived.at("/id")).isEqualTo(answer.json().at("/items/0/event_id"));
        assertThat(arrived.at("/source").asString()).isEqualTo("tillstream.ingest");
        assertThat(arrived.at("/detail-type").asString()).isEqualTo("sales-events");
        assertThat(arrived.at("/time").asString()).isEqualTo("2021-03-06T17:15:06Z");
        assertThat(arrived.at("/detail"))
                .isEqualTo(
                        new JsonMapper()
                                .readTree(
                                        """
                                        {"request_id":"b4d727cc-2b00-4146-aee9-33097f33a6e2","name":"Minotaur",
                                         "category":"Books","store_id":"store_2","sku":"Minotaur","sales":75.32,
                                         "quantity":1,"is_return":true,"contact_me":"github.com/miztiik"}
                                        """));
    }

    @Test
    void reachesTheQueuesThatTheRulesName() {
        Answer answer =
                till.post(
                        array(returned(id + "-r", "2.50"), received(id + "-i", 5), sale(id, "9")));

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.json().at("/record_count").asInt()).isEqualTo(3);
        arrived(warehouse, id + "-r");
        arrived(warehouse, id + "-i");
        arrived(warehouse, id);
        arrived(dispatch, id);
        assertThat(dispatch.received()).doesNotContainKeys(id + "-r", id + "-i");
    }

    @Test
    void takesAnArrayOfFiveHundredAndAddsItUpExactly() {
        Answer answer = till.post(array(sales(500).toArray(String[]::new)));

        assertThat(answer.status()).isEqualTo(202);
        assertThat(exact(answer, "/tot_sales")).isEqualTo(new BigDecimal("50.05"));
        assertThat(answer.json().at("/items").size()).isEqualTo(500);
        await().atMost(PATIENCE).until(() -> dispatch.received().keySet().containsAll(ids(500)));
    }

    @Test
    void takesMoreLinesThanAnArrayMayHave() {
        Answer answer = till.postLines(sales(1201).collect(Collectors.joining("\n")));

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.json().at("/record_count").asInt()).isEqualTo(1201);
        assertThat(answer.json().at("/items/1200/status").asString()).isEqualTo("accepted");
        await().atMost(PATIENCE).until(() -> dispatch.received().keySet().containsAll(ids(1201)));
    }

    @Test
    void answersForEachEventOfAMixedBody() {
        Answer answer = till.postLines("{\"no\":1}\n" + sale(id, "1.10") + "\n{oops\n");

        assertThat(answer.status()).isEqualTo(207);
        assertThat(answer.header("Retry-After")).isEmpty();
        assertThat(answer.json().at("/rejected").asInt()).isEqualTo(2);
        assertThat(answer.json().at("/status").asBoolean()).isFalse();
        assertThat(exact(answer, "/tot_sales")).isEqualTo(new BigDecimal("1.10"));
        assertThat(answer.code(0)).isEqualTo("missing-field");
        assertThat(answer.code(1)).isEmpty();
        assertThat(answer.code(2)).isEqualTo("malformed-json");
        arrived(dispatch, id);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            textBlock =
                    """
                    "sales":75.32             | "sales":7532e-2       | invalid-value       | /detail/sales
                    "sales":75.32             | "sales":75.32001      | invalid-value       | /detail/sales
                    "sales":75.32             | "sales":"75.32"       | wrong-type          | /detail/sales
                    "sales":75.32             | "other":1             | missing-field       | /detail/sales
                    "sales-events"            | "gossip-events"       | unknown-detail-type | /detail-type
                    "time":"2021              | "time":"9021          | time-in-future      | /time
                    "time":"2021-03-06T       | "time":"              | invalid-value       | /time
                    "detail":{                | "detail":{"name":"x", | malformed-json      | ``
                    """)
    void namesTheFieldAndTheReason(String valid, String broken, String code, String field) {
        String event = sale(id, "75.32");
        assertThat(event).contains(valid);

        Answer answer = till.post(event.replace(valid, broken));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code(0)).isEqualTo(code);
        assertThat(answer.json().at("/items/0/error/field").asString()).isEqualTo(field);
        assertThat(answer.json().at("/items/0/error/reason").asString()).isNotEmpty();
        assertThat(answer.json().at("/items/0/error/retryable").asBoolean()).isFalse();
    }

    @Test
    void takesATimeAFewMinutesAhead() {
        String soon = Instant.now().plusSeconds(300).toString();

        assertThat(till.post(sale(id, "1").replace("2021-03-06T17:15:06Z", soon)).status())
                .isEqualTo(202);
    }

    @Test
    void rejectsAnEventThatIsTooLargeAlone() {
        String large = sale(id + "-l", "1").replace("Minotaur", "x".repeat(262_144));

        Answer answer = till.post(array(sale(id, "1"), large));

        assertThat(answer.status()).isEqualTo(207);
        assertThat(answer.code(1)).isEqualTo("too-large");
    }

    @ParameterizedTest
    @CsvSource({"-1, 202", "0, 202", "1, 422"})
    void measuresAnEventInBytesHoweverManyItsCharactersTake(int distance, int status) {
        String start =
                sale(id + distance, "1").replace("}}", ",\"sku\":\"x\",\"quantity\":1,\"note\":\"");
        // One, two, three and four bytes a character.
        String unit = "eé€𝄞";
        int room = LIMIT + distance - bytes(start) - bytes("\"}}");
        String note = unit.repeat(room / bytes(unit)) + "e".repeat(room % bytes(unit));
        String event = start + note + "\"}}";
        assertThat(bytes(event)).isEqualTo(LIMIT + distance).isGreaterThan(event.length());

        Answer answer = till.post(event);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.code(0)).isEqualTo(status == 202 ? "" : "too-large");
    }

    private static int bytes(String text) {
        return text.getBytes(UTF_8).length;
    }

    @Test
    void seesItsBusAndCountsWhatTheBusTook() {
        till.post(sale(id, "1"));

        assertThat(operator.get("/actuator/health/dependencies").status()).isEqualTo(200);
        assertThat(
                        operator.get("/actuator/metrics/tillstream.ingest.accepted")
                                .json()
                                .at("/measurements/0/value")
                                .asDouble())
                .isGreaterThanOrEqualTo(1);
    }

    /** Sales of 0.1001 each, so that binary floating point would show. */
    private Stream<String> sales(int count) {
        return IntStream.range(0, count).mapToObj(i -> sale(id + "-" + i, "0.1001"));
    }

    private Collection<String> ids(int count) {
        return IntStream.range(0, count).mapToObj(i -> id + "-" + i).toList();
    }

    private static String array(String... events) {
        return "[" + String.join(",", List.of(events)) + "]";
    }

    private static JsonNode arrived(Subscriber queue, String requestId) {
        await().atMost(PATIENCE).until(() -> queue.received().containsKey(requestId));
        return queue.received().get(requestId);
    }

    private static BigDecimal exact(Answer answer, String pointer) {
        return JsonMapper.builder()
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .build()
                .readTree(answer.response().body())
                .at(pointer)
                .decimalValue();
    }
}
