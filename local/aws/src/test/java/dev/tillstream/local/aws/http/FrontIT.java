package dev.tillstream.local.aws.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tillstream.local.aws.Clients;
import dev.tillstream.local.aws.LocalAws;
import dev.tillstream.local.aws.LocalAwsFixture;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.sts.StsClient;

class FrontIT {

    private static LocalAws aws;
    private static HttpClient http;

    @BeforeAll
    static void start() throws Exception {
        aws = LocalAwsFixture.start();
        http = HttpClient.newHttpClient();
    }

    @AfterAll
    static void stop() {
        http.close();
        aws.close();
    }

    @Test
    void tellsThatItIsUp() throws Exception {
        var reply = http.send(request("/_local/health").build(), BodyHandlers.ofString());

        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(reply.body()).isEqualTo("{\"status\":\"UP\"}");
    }

    @Test
    void namesAnOperationOfTheQueryProtocolThatIsNotThere() {
        try (var sts = Clients.of(StsClient.builder(), aws.endpoint())) {
            assertUnsupported(
                    "GetSessionToken",
                    "sts",
                    () -> sts.getSessionToken(b -> b.durationSeconds(900)));
        }
    }

    @Test
    void namesAnOperationOfTheRpcProtocolThatIsNotThere() {
        try (var cloudWatch = Clients.of(CloudWatchClient.builder(), aws.endpoint())) {
            assertUnsupported("ListMetrics", "monitoring", cloudWatch::listMetrics);
        }
    }

    @Test
    void namesAnOperationOfTheJsonProtocolThatIsNotThere() throws Exception {
        HttpResponse<String> reply = post("Logs_20140328.DescribeLogGroups", "{}");

        assertThat(reply.statusCode()).isEqualTo(400);
        assertThat(reply.body())
                .contains("UnknownOperationException", "DescribeLogGroups", "Logs_20140328");
    }

    @Test
    void namesAnOperationOfTheRestProtocolThatIsNotThere() {
        try (var lambda = Clients.of(LambdaClient.builder(), aws.endpoint())) {
            assertUnsupported("GET /2015-03-31/functions", "lambda", lambda::listFunctions);
        }
    }

    @Test
    void namesAnOperationThatAServiceLacks() {
        try (var kinesis = Clients.of(KinesisClient.builder(), aws.endpoint())) {
            assertUnsupported("DescribeLimits", "kinesis", kinesis::describeLimits);
        }
    }

    @Test
    void refusesABodyBeyondItsLimit() throws Exception {
        for (String target :
                new String[] {"Kinesis_20131202.PutRecords", "AmazonSQS.SendMessage"}) {
            HttpResponse<String> reply = post(target, " ".repeat((16 << 20) + 1));

            assertThat(reply.statusCode()).as(target).isEqualTo(413);
        }
    }

    @Test
    void refusesABodyThatGrowsBeyondItsLimit() throws Exception {
        var body = new ByteArrayInputStream(new byte[(16 << 20) + 1]);
        var request =
                request("/")
                        .version(HttpClient.Version.HTTP_1_1)
                        .header("X-Amz-Target", "Kinesis_20131202.PutRecords")
                        .POST(BodyPublishers.ofInputStream(() -> body));

        assertThat(http.send(request.build(), BodyHandlers.ofString()).statusCode()).isEqualTo(413);
    }

    @Test
    void answersRubbishAsTheCallersMistake() throws Exception {
        HttpResponse<String> reply = post("Kinesis_20131202.PutRecords", "{\"Records\":");

        assertThat(reply.statusCode()).isEqualTo(400);
        assertThat(reply.headers().firstValue("x-amzn-ErrorType"))
                .contains("SerializationException");
        assertThat(reply.body()).contains("\"__type\":\"SerializationException\"");
    }

    @Test
    void listensOnLoopbackOnly() throws Exception {
        var outside =
                NetworkInterface.networkInterfaces()
                        .flatMap(NetworkInterface::inetAddresses)
                        .filter(address -> !address.isLoopbackAddress())
                        .toList();

        for (InetAddress address : outside) {
            assertThatExceptionOfType(IOException.class)
                    .as(address.toString())
                    .isThrownBy(() -> new Socket(address, aws.endpoint().getPort()).close());
        }
    }

    private static void assertUnsupported(String operation, String service, Runnable call) {
        assertThatExceptionOfType(AwsServiceException.class)
                .isThrownBy(call::run)
                .satisfies(e -> {
                    assertThat(e.statusCode()).isEqualTo(400);
                    assertThat(e.awsErrorDetails().errorCode())
                            .isEqualTo("UnknownOperationException");
                    assertThat(e.awsErrorDetails().errorMessage()).contains(operation, service);
                });
    }

    private static HttpResponse<String> post(String target, String body) throws Exception {
        return http.send(
                request("/")
                        .header("X-Amz-Target", target)
                        .header("Content-Type", "application/x-amz-json-1.1")
                        .POST(BodyPublishers.ofString(body, UTF_8))
                        .build(),
                BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(aws.endpoint() + path));
    }
}
