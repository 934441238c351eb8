package dev.tillstream.local.launcher.dlq;

import dev.tillstream.local.dlq.DeadLetterQueue;
import dev.tillstream.local.dlq.DeadLetterQueues;
import dev.tillstream.local.launcher.house.NotRunnableException;
import dev.tillstream.producer.aws.LocalAws;
import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.firehose.FirehoseClient;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Clients of what holds dead letters and of what they were meant for. */
record DlqClients(SqsClient sqs, KinesisClient kinesis, FirehoseClient firehose, String project)
        implements AutoCloseable {

    static DlqClients at(URI endpoint, String project) {
        SdkHttpClient http = UrlConnectionHttpClient.create();
        return new DlqClients(
                LocalAws.pointed(SqsClient.builder().httpClient(http), endpoint).build(),
                LocalAws.pointed(KinesisClient.builder().httpClient(http), endpoint).build(),
                LocalAws.pointed(FirehoseClient.builder().httpClient(http), endpoint).build(),
                project);
    }

    /** Region and credentials are found by the SDK. */
    static DlqClients ofAws(String project) {
        SdkHttpClient http = UrlConnectionHttpClient.create();
        return new DlqClients(
                SqsClient.builder().httpClient(http).build(),
                KinesisClient.builder().httpClient(http).build(),
                FirehoseClient.builder().httpClient(http).build(),
                project);
    }

    DeadLetterQueues queues() {
        return new DeadLetterQueues(sqs, kinesis, firehose, project);
    }

    /** By its whole name, or without the project, the ending, or both. */
    DeadLetterQueue named(String name) {
        List<DeadLetterQueue> all = queues().all();
        return all.stream()
                .filter(queue ->
                        List.of(name, name + "-dlq", project + "-" + name).contains(queue.name())
                                || queue.name().equals(project + "-" + name + "-dlq"))
                .findFirst()
                .orElseThrow(() ->
                        new NotRunnableException(
                                "No dead-letter queue is called %s; there are %s"
                                        .formatted(
                                                name,
                                                all.stream()
                                                        .map(DeadLetterQueue::name)
                                                        .collect(Collectors.joining(", ")))));
    }

    @Override
    public void close() {
        sqs.close();
        kinesis.close();
        firehose.close();
    }
}
