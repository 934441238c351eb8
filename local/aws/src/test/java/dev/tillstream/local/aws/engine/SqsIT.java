package dev.tillstream.local.aws.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.tillstream.local.aws.Clients;
import dev.tillstream.local.aws.LocalAws;
import dev.tillstream.local.aws.LocalAwsFixture;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;

class SqsIT {

    private static LocalAws aws;
    private static SqsClient sqs;

    @BeforeAll
    static void start() throws Exception {
        aws = LocalAwsFixture.start();
        sqs = Clients.of(SqsClient.builder(), aws.endpoint());
    }

    @AfterAll
    static void stop() {
        sqs.close();
        aws.close();
    }

    @Test
    void givesQueueUrlsOfThePublicPort() {
        String url = queue(Map.of());

        assertThat(url).startsWith(aws.endpoint() + "/000000000000/");
        assertThat(sqs.listQueues().queueUrls()).contains(url);
    }

    @Test
    void wakesALongPollWhenAMessageArrives() {
        String url = queue(Map.of());
        var started = Instant.now();
        CompletableFuture<List<Message>> poll =
                CompletableFuture.supplyAsync(() -> receive(url, 20));
        await().until(() -> !poll.isDone());

        sqs.sendMessage(b -> b.queueUrl(url).messageBody("hello"));

        assertThat(poll.join()).extracting(Message::body).containsExactly("hello");
        assertThat(Duration.between(started, Instant.now())).isLessThan(Duration.ofSeconds(15));
    }

    @Test
    void movesAMessageToTheDeadLetterQueueAfterItsReceives() {
        String deadLetters = queue(Map.of());
        String arn =
                sqs.getQueueAttributes(b ->
                                b.queueUrl(deadLetters)
                                        .attributeNames(QueueAttributeName.QUEUE_ARN))
                        .attributes()
                        .get(QueueAttributeName.QUEUE_ARN);
        String url =
                queue(
                        Map.of(
                                QueueAttributeName.VISIBILITY_TIMEOUT,
                                "0",
                                QueueAttributeName.REDRIVE_POLICY,
                                "{\"deadLetterTargetArn\":\"%s\",\"maxReceiveCount\":\"2\"}"
                                        .formatted(arn)));
        sqs.sendMessage(b -> b.queueUrl(url).messageBody("poison"));

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> {
                    assertThat(receive(url, 0)).isEmpty();
                    assertThat(receive(deadLetters, 0))
                            .extracting(Message::body)
                            .containsExactly("poison");
                });
    }

    @Test
    void keepsADeletedMessageAway() {
        String url = queue(Map.of(QueueAttributeName.VISIBILITY_TIMEOUT, "1"));
        sqs.sendMessage(b -> b.queueUrl(url).messageBody("once"));
        Message message = receive(url, 5).getFirst();
        sqs.deleteMessage(b -> b.queueUrl(url).receiptHandle(message.receiptHandle()));

        assertThat(receive(url, 2)).isEmpty();
    }

    @Test
    void namesAQueueThatIsNotThere() {
        assertThatExceptionOfType(QueueDoesNotExistException.class)
                .isThrownBy(() -> sqs.getQueueUrl(b -> b.queueName("nowhere")));
    }

    @Test
    void answersManyLongPollsOfTheAsyncClientAtOnce() {
        String url = queue(Map.of());
        try (var async = Clients.of(SqsAsyncClient.builder(), aws.endpoint())) {
            var polls =
                    Stream.generate(() ->
                                    async.receiveMessage(b -> b.queueUrl(url).waitTimeSeconds(20)))
                            .limit(20)
                            .toList();
            for (int i = 0; i < 20; i++) {
                sqs.sendMessage(b -> b.queueUrl(url).messageBody("m"));
            }

            long received = polls.stream().mapToLong(p -> p.join().messages().size()).sum();
            assertThat(received).isEqualTo(20);
        }
    }

    @Test
    void listsWhatFailedOfABatchEvenIfNothingDidAndRefusesAnEmptyBatch() throws Exception {
        String url = queue(Map.of());

        assertThat(batch(url, "[{\"Id\":\"1\",\"MessageBody\":\"m\"}]"))
                .contains("\"Failed\":[]")
                .contains("\"Successful\":[{");
        assertThat(batch(url, "[]")).contains("EmptyBatchRequest").doesNotContain("Failed");
    }

    /** As it is on the wire: an SDK can't tell an empty list from none. */
    private static String batch(String url, String entries) throws Exception {
        var request =
                HttpRequest.newBuilder(aws.endpoint())
                        .header("X-Amz-Target", "AmazonSQS.SendMessageBatch")
                        .header("Content-Type", "application/x-amz-json-1.0")
                        .POST(
                                HttpRequest.BodyPublishers.ofString(
                                        "{\"QueueUrl\":\"%s\",\"Entries\":%s}"
                                                .formatted(url, entries)))
                        .build();
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
        }
    }

    private static List<Message> receive(String url, int waitSeconds) {
        return sqs.receiveMessage(b -> b.queueUrl(url).waitTimeSeconds(waitSeconds)).messages();
    }

    private static String queue(Map<QueueAttributeName, String> attributes) {
        return sqs.createQueue(b -> b.queueName("q-" + UUID.randomUUID()).attributes(attributes))
                .queueUrl();
    }
}
