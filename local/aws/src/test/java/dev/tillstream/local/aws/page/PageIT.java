package dev.tillstream.local.aws.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tillstream.local.aws.Clients;
import dev.tillstream.local.aws.LocalAws;
import dev.tillstream.local.aws.LocalAwsFixture;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.DeadLetterConfig;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.eventbridge.model.Target;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PageIT {

    private static final String ARN = "arn:aws:sqs:us-east-1:000000000000:";

    private static LocalAws aws;
    private static HttpClient http;
    private static EventBridgeClient events;
    private static SqsClient sqs;

    @BeforeAll
    static void start() throws Exception {
        aws = LocalAwsFixture.start();
        http = HttpClient.newHttpClient();
        events = Clients.of(EventBridgeClient.builder(), aws.endpoint());
        sqs = Clients.of(SqsClient.builder(), aws.endpoint());
        sqs.createQueue(b -> b.queueName("orders"));
        sqs.createQueue(b -> b.queueName("orders-dlq"));
        events.putRule(b -> b.name("all").eventPattern("{\"source\":[\"shop\"]}"));
        events.putTargets(b ->
                b.rule("all")
                        .targets(
                                Target.builder().id("there").arn(ARN + "orders").build(),
                                Target.builder()
                                        .id("gone")
                                        .arn(ARN + "nowhere")
                                        .deadLetterConfig(
                                                DeadLetterConfig.builder()
                                                        .arn(ARN + "orders-dlq")
                                                        .build())
                                        .build()));
    }

    @AfterAll
    static void stop() {
        events.close();
        sqs.close();
        http.close();
        aws.close();
    }

    @Test
    void tellsWhereAnEventWentAndWhyNot() {
        String id = publish("shop", "{\"n\":1}");

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> {
                    JsonNode event = event(id);
                    assertThat(event.path("targets").intValue()).isEqualTo(2);
                    assertThat(hop(event, "sqs orders").path("outcome").asString())
                            .isEqualTo("delivered");
                    assertThat(hop(event, "sqs nowhere").path("why").asString())
                            .contains("NO_RESOURCE");
                    assertThat(hop(event, "sqs orders-dlq").path("outcome").asString())
                            .isEqualTo("dead-letter");
                });
    }

    @Test
    void tellsThatNoRuleMatches() throws Exception {
        JsonNode event = event(publish("elsewhere", "{}"));

        assertThat(event.path("targets").intValue()).isZero();
        assertThat(event.path("went")).isEmpty();
    }

    @Test
    void tellsWhichEntriesNoBusAccepted() throws Exception {
        publish("aws.shop", "{}");

        assertThat(
                        resources()
                                .path("events")
                                .path("recentlyRefused")
                                .path(0)
                                .path("why")
                                .asString())
                .startsWith("NotAuthorizedForSourceException");
    }

    @Test
    void showsBusesRulesAndQueues() throws Exception {
        sqs.createQueue(b -> b.queueName("counted"));
        sqs.sendMessage(b -> b.queueUrl(aws.endpoint() + "/000000000000/counted").messageBody("m"));

        JsonNode resources = resources();

        JsonNode rule = resources.path("buses").path(0).path("rules").path(0);
        assertThat(rule.path("name").asString()).isEqualTo("all");
        assertThat(rule.path("targets")).hasSize(2);
        assertThat(named(resources.path("queues"), "counted").path("visible").intValue())
                .isEqualTo(1);
    }

    @Test
    void countsWhatStreamsTook() throws Exception {
        try (var kinesis = Clients.of(KinesisClient.builder(), aws.endpoint())) {
            kinesis.createStream(b -> b.streamName("sales").shardCount(2));
            kinesis.putRecord(b ->
                    b.streamName("sales").partitionKey("k").data(SdkBytes.fromUtf8String("d")));
        }

        JsonNode stream = named(resources().path("streams"), "sales");
        assertThat(stream.path("openShards").intValue()).isEqualTo(2);
        assertThat(stream.path("put").intValue()).isEqualTo(1);
    }

    @Test
    void servesAPageThatNeedsNoOtherHost() throws Exception {
        HttpResponse<String> page = get("/_local/");

        assertThat(page.headers().firstValue("Content-Type")).contains("text/html; charset=utf-8");
        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .contains("default-src 'self'");
        assertThat(page.body()).doesNotContain("http://", "https://", "<style", "onclick");
        Pattern.compile("(?:src|href)=\"([^\"]+)\"")
                .matcher(page.body())
                .results()
                .map(link -> link.group(1))
                .forEach(link -> assertThat(status("/_local/" + link)).as(link).isEqualTo(200));
        assertThat(status("/_local/nothing")).isEqualTo(404);
        assertThat(status("/_local")).isEqualTo(302);
    }

    private static String publish(String source, String detail) {
        var entry =
                PutEventsRequestEntry.builder()
                        .source(source)
                        .detailType("t")
                        .detail(detail)
                        .build();
        return events.putEvents(b -> b.entries(entry)).entries().getFirst().eventId();
    }

    private static JsonNode event(String id) throws Exception {
        return find(resources().path("events").path("recent"), "id", id);
    }

    private static JsonNode hop(JsonNode event, String target) {
        return find(event.path("went"), "target", target);
    }

    private static JsonNode named(JsonNode list, String name) {
        return find(list, "name", name);
    }

    private static JsonNode find(JsonNode list, String field, String value) {
        return StreamSupport.stream(list.spliterator(), false)
                .filter(each -> each.path(field).asString().equals(value))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No " + value + " in " + list));
    }

    private static JsonNode resources() throws Exception {
        return JsonMapper.shared().readTree(get("/_local/resources").body());
    }

    private static int status(String path) {
        try {
            return get(path).statusCode();
        } catch (Exception e) {
            throw new AssertionError(path, e);
        }
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create(aws.endpoint() + path)).build(),
                BodyHandlers.ofString());
    }
}
