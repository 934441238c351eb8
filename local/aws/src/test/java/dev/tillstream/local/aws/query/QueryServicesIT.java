package dev.tillstream.local.aws.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.tillstream.local.aws.Clients;
import dev.tillstream.local.aws.LocalAws;
import dev.tillstream.local.aws.LocalAwsSettings;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudformation.model.Export;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.CloudWatchException;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.MetricDatum;
import software.amazon.awssdk.services.cloudwatch.model.StandardUnit;
import software.amazon.awssdk.services.sts.StsClient;

class QueryServicesIT {

    private static LocalAws aws;

    @BeforeAll
    static void start(@TempDir Path templates) throws Exception {
        Files.writeString(
                templates.resolve("queues.yaml"),
                """
                AWSTemplateFormatVersion: "2010-09-09"
                Parameters:
                  Seconds: {Type: Number, Default: 30}
                Resources:
                  Orders:
                    Type: AWS::SQS::Queue
                    Properties: {QueueName: orders, VisibilityTimeout: !Ref Seconds}
                Outputs:
                  Name: {Value: !GetAtt Orders.QueueName}
                  Arn:
                    Value: !GetAtt Orders.Arn
                    Export: {Name: !Sub "${AWS::StackName}:OrdersArn"}
                """);
        aws = LocalAws.start(new LocalAwsSettings(0, templates, Map.of("Seconds", "7"), 64 << 20));
    }

    @AfterAll
    static void stop() {
        aws.close();
    }

    @Test
    void tellsWhoCalls() {
        try (var sts = Clients.of(StsClient.builder(), aws.endpoint())) {
            var identity = sts.getCallerIdentity();

            assertThat(identity.account()).isEqualTo("000000000000");
            assertThat(identity.arn()).isEqualTo("arn:aws:iam::000000000000:root");
            assertThat(identity.userId()).isEqualTo("000000000000");
        }
    }

    @Test
    void describesWhatWasDeployed() {
        try (var client = Clients.of(CloudFormationClient.builder(), aws.endpoint())) {
            var stack =
                    client.describeStacks(b -> b.stackName("tillstream-queues"))
                            .stacks()
                            .getFirst();

            assertThat(stack.stackStatus()).isEqualTo(StackStatus.CREATE_COMPLETE);
            assertThat(stack.creationTime()).isNotNull();
            assertThat(stack.parameters())
                    .singleElement()
                    .satisfies(parameter -> {
                        assertThat(parameter.parameterKey()).isEqualTo("Seconds");
                        assertThat(parameter.parameterValue()).isEqualTo("7");
                    });
            assertThat(stack.outputs())
                    .extracting("outputKey", "outputValue", "exportName")
                    .containsExactlyInAnyOrder(
                            tuple("Name", "orders", null),
                            tuple(
                                    "Arn",
                                    "arn:aws:sqs:us-east-1:000000000000:orders",
                                    "tillstream-queues:OrdersArn"));
            assertThat(client.describeStacks().stacks()).containsExactly(stack);
            assertThat(client.describeStacks(b -> b.stackName(stack.stackId())).stacks())
                    .containsExactly(stack);
        }
    }

    @Test
    void listsExports() {
        try (var client = Clients.of(CloudFormationClient.builder(), aws.endpoint())) {
            assertThat(client.listExportsPaginator().exports())
                    .extracting(Export::name, Export::value)
                    .containsExactly(
                            tuple(
                                    "tillstream-queues:OrdersArn",
                                    "arn:aws:sqs:us-east-1:000000000000:orders"));
        }
    }

    @Test
    void namesAStackThatIsNotThere() {
        try (var client = Clients.of(CloudFormationClient.builder(), aws.endpoint())) {
            assertThatExceptionOfType(CloudFormationException.class)
                    .isThrownBy(() -> client.describeStacks(b -> b.stackName("<none>")))
                    .satisfies(e -> assertThat(e.statusCode()).isEqualTo(400))
                    .satisfies(e ->
                            assertThat(e.awsErrorDetails().errorCode())
                                    .isEqualTo("ValidationError"))
                    .withMessageContaining("Stack with id <none> does not exist");
        }
    }

    @Test
    void takesMetricData() {
        try (var cloudWatch = Clients.of(CloudWatchClient.builder(), aws.endpoint())) {
            // Enough for the SDK to compress the request.
            var data =
                    IntStream.range(0, 1_000)
                            .mapToObj(i ->
                                    MetricDatum.builder()
                                            .metricName("accepted")
                                            .unit(StandardUnit.COUNT)
                                            .dimensions(
                                                    Dimension.builder()
                                                            .name("store")
                                                            .value("s1")
                                                            .build())
                                            .value((double) i)
                                            .build())
                            .toList();

            cloudWatch.putMetricData(b -> b.namespace("tillstream").metricData(data));
        }
    }

    @Test
    void refusesMetricDataThatAwsWouldRefuse() {
        try (var cloudWatch = Clients.of(CloudWatchClient.builder(), aws.endpoint())) {
            assertThatExceptionOfType(CloudWatchException.class)
                    .isThrownBy(() ->
                            cloudWatch.putMetricData(b ->
                                    b.namespace("tillstream")
                                            .metricData(
                                                    MetricDatum.builder()
                                                            .metricName("m")
                                                            .value(Double.NaN)
                                                            .build())))
                    .satisfies(e ->
                            assertThat(e.awsErrorDetails().errorCode())
                                    .isEqualTo("InvalidParameterValue"));
        }
    }

    @Test
    void takesMetricDataInAForm() throws Exception {
        var request =
                HttpRequest.newBuilder(URI.create(aws.endpoint() + "/"))
                        .header("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
                        .header(
                                "Authorization",
                                "AWS4-HMAC-SHA256 Credential=t/20260101/us-east-1/monitoring/aws4_request, Signature=0")
                        .POST(
                                BodyPublishers.ofString(
                                        "Action=PutMetricData&Version=2010-08-01&Namespace=form"
                                                + "&MetricData.member.1.MetricName=a&MetricData.member.1.Value=1.5"
                                                + "&MetricData.member.2.MetricName=a&MetricData.member.2.Value=2.5"))
                        .build();
        try (var http = HttpClient.newHttpClient()) {
            var reply = http.send(request, BodyHandlers.ofString());

            assertThat(reply.statusCode()).as(reply.body()).isEqualTo(200);
            assertThat(reply.body()).contains("<PutMetricDataResponse", "<RequestId>");
        }
    }
}
