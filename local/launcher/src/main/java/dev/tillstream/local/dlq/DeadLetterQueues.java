package dev.tillstream.local.dlq;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.firehose.FirehoseClient;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * The dead-letter queues of an installation, found by their names: {@code x-dlq} is that of the
 * queue {@code x}, else of the stream, else of the delivery stream.
 */
public final class DeadLetterQueues {

    private static final String SUFFIX = "-dlq";

    private final SqsClient sqs;
    private final KinesisClient kinesis;
    private final FirehoseClient firehose;
    private final String project;

    public DeadLetterQueues(
            SqsClient sqs, KinesisClient kinesis, FirehoseClient firehose, String project) {
        this.sqs = sqs;
        this.kinesis = kinesis;
        this.firehose = firehose;
        this.project = project;
    }

    /** In the order of their names. */
    public List<DeadLetterQueue> all() {
        List<String> urls =
                sqs
                        .listQueuesPaginator(list -> list.queueNamePrefix(project + "-"))
                        .queueUrls()
                        .stream()
                        .sorted()
                        .toList();
        Set<String> queues = urls.stream().map(DeadLetterQueues::name).collect(Collectors.toSet());
        Set<String> streams = Set.copyOf(kinesis.listStreams().streamNames());
        List<DeadLetterQueue> found = new ArrayList<>();
        for (String url : urls) {
            String name = name(url);
            if (name.endsWith(SUFFIX)) {
                String meant = name.substring(0, name.length() - SUFFIX.length());
                found.add(new DeadLetterQueue(sqs, name, url, destination(meant, queues, streams)));
            }
        }
        return found;
    }

    private Destination destination(String name, Set<String> queues, Set<String> streams) {
        if (queues.contains(name)) {
            String url = sqs.getQueueUrl(get -> get.queueName(name)).queueUrl();
            return new QueueDestination(sqs, name, url);
        }
        return streams.contains(name)
                ? new StreamDestination(kinesis, name)
                : new DeliveryDestination(firehose, name);
    }

    private static String name(String url) {
        return url.substring(url.lastIndexOf('/') + 1);
    }
}
