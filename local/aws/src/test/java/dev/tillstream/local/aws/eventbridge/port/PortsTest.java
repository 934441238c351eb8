package dev.tillstream.local.aws.eventbridge.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.tillstream.local.aws.Calls;
import dev.tillstream.local.aws.eventbridge.target.Arn;
import dev.tillstream.local.aws.eventbridge.target.Message;
import dev.tillstream.local.aws.eventbridge.target.Refusal;
import dev.tillstream.local.aws.eventbridge.target.RefusedException;
import dev.tillstream.local.aws.eventbridge.target.TargetPort;
import dev.tillstream.local.aws.protocol.AwsException;
import dev.tillstream.local.aws.protocol.JsonService;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PortsTest {

    private static final List<Message> TWO =
            List.of(
                    new Message("{\"n\":1}", "store_1"),
                    new Message("{\"n\":2}", "store_2", Map.of("ERROR_CODE", "X")));
    private static final String SQS = "arn:aws:sqs:us-east-1:000000000000:orders";

    private final List<JsonNode> seen = new ArrayList<>();
    private HttpServer sqs;
    private HttpClient http;
    private volatile int status = 200;
    private volatile String answer = "{'Successful':[]}";

    @BeforeEach
    void start() throws IOException {
        sqs = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        sqs.createContext(
                "/",
                exchange -> {
                    seen.add(
                            Calls.json(
                                    new String(
                                            exchange.getRequestBody().readAllBytes(),
                                            StandardCharsets.UTF_8)));
                    byte[] body = answer.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(status, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        sqs.start();
        http = HttpClient.newHttpClient();
    }

    @AfterEach
    void stop() {
        http.close();
        sqs.stop(0);
    }

    @Test
    void writesABatchToSqs() throws Exception {
        assertThat(open(SQS).send(TWO)).isEmpty();

        assertThat(seen)
                .containsExactly(
                        Calls.json(
                                ("{'QueueUrl':'%s/000000000000/orders','Entries':["
                                                + "{'Id':'0','MessageBody':'{\\\"n\\\":1}'},"
                                                + "{'Id':'1','MessageBody':'{\\\"n\\\":2}','MessageAttributes':"
                                                + "{'ERROR_CODE':{'DataType':'String','StringValue':'X'}}}]}")
                                        .formatted(endpoint())));
    }

    @Test
    void tellsWhichMessagesSqsRefused() throws Exception {
        answer =
                "{'Successful':[{'Id':'0'}],'Failed':[{'Id':'1','SenderFault':false,"
                        + "'Code':'InternalError','Message':'again'}]}";

        assertThat(open(SQS).send(TWO))
                .isEqualTo(
                        Map.of(1, new Refusal("ERROR_FROM_TARGET", "InternalError: again", true)));
    }

    @Test
    void doesNotRetryWhatSqsCallsTheSendersFault() throws Exception {
        answer = "{'Failed':[{'Id':'0','SenderFault':true,'Code':'Invalid','Message':'no'}]}";

        assertThat(open(SQS).send(TWO).get(0).retriable()).isFalse();
    }

    @Test
    void knowsAQueueThatIsGone() {
        status = 400;
        answer = "{'__type':'com.amazonaws.sqs#QueueDoesNotExist','message':'no'}";

        assertRefused(open(SQS), "NO_RESOURCE", false);
    }

    @Test
    void retriesWhenSqsHasTrouble() {
        status = 503;
        answer = "no json at all";

        assertRefused(open(SQS), "ERROR_FROM_TARGET", true);
    }

    @Test
    void retriesWhenNoOneListens() {
        sqs.stop(0);

        assertRefused(open(SQS), "CONNECTION_FAILURE", true);
    }

    @Test
    void writesARecordOfEachMessageToKinesis() throws Exception {
        TargetPort port =
                open(
                        "arn:aws:kinesis:us-east-1:0:stream/sales",
                        "{'FailedRecordCount':1,'Records':[{'SequenceNumber':'1'},"
                                + "{'ErrorCode':'ProvisionedThroughputExceededException','ErrorMessage':'slow'}]}");

        assertThat(port.send(TWO).get(1))
                .satisfies(r -> assertThat(r.code()).isEqualTo("THROTTLING"));
        JsonNode input = seen.getFirst();
        assertThat(input.path("StreamName").asString()).isEqualTo("sales");
        assertThat(input.path("Records").findValuesAsString("PartitionKey"))
                .containsExactly("store_1", "store_2");
        assertThat(input.at("/Records/0/Data").binaryValue()).asString().isEqualTo("{\"n\":1}");
    }

    @Test
    void writesARecordOfEachMessageToFirehose() throws Exception {
        TargetPort port =
                open(
                        "arn:aws:firehose:us-east-1:0:deliverystream/raw",
                        "{'RequestResponses':[{'RecordId':'1'},{'RecordId':'2'}]}");

        assertThat(port.send(TWO)).isEmpty();
        assertThat(seen.getFirst().path("DeliveryStreamName").asString()).isEqualTo("raw");
        assertThat(seen.getFirst().at("/Records/1/Data").binaryValue())
                .asString()
                .isEqualTo("{\"n\":2}");
    }

    @Test
    void tellsErrorsOfAServiceOfThisProcessApart() {
        assertRefused(failing(400, "ResourceNotFoundException"), "NO_RESOURCE", false);
        assertRefused(failing(400, "LimitExceededException"), "THROTTLING", true);
        assertRefused(failing(503, "ServiceUnavailableException"), "ERROR_FROM_TARGET", true);
        assertRefused(failing(400, "ValidationException"), "ERROR_FROM_TARGET", false);
    }

    private static void assertRefused(TargetPort port, String code, boolean retriable) {
        assertThatThrownBy(() -> port.send(TWO))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        e -> {
                            assertThat(e.refusal().code()).isEqualTo(code);
                            assertThat(e.refusal().retriable()).isEqualTo(retriable);
                        });
    }

    private TargetPort failing(int errorStatus, String code) {
        return ports(
                        input -> {
                            throw new AwsException(errorStatus, code, "no");
                        })
                .apply(Arn.parse("arn:aws:kinesis:us-east-1:0:stream/sales"));
    }

    private TargetPort open(String arn) {
        return open(arn, "{}");
    }

    private TargetPort open(String arn, String serviceAnswer) {
        return ports(
                        input -> {
                            seen.add(input);
                            return Calls.json(serviceAnswer);
                        })
                .apply(Arn.parse(arn));
    }

    private Ports ports(UnaryOperator<JsonNode> handler) {
        JsonService service =
                new JsonService() {
                    @Override
                    public String targetPrefix() {
                        return "Fake";
                    }

                    @Override
                    public JsonNode handle(String operation, JsonNode input) {
                        return handler.apply(input);
                    }
                };
        return new Ports(http, endpoint(), service, service);
    }

    private URI endpoint() {
        return URI.create("http://127.0.0.1:" + sqs.getAddress().getPort());
    }
}
