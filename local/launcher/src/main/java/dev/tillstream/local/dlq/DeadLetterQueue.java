package dev.tillstream.local.dlq;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * A queue of messages that could not be handled or delivered.
 *
 * @param name as in the templates, with the project: {@code tillstream-dispatch-dlq}
 */
public record DeadLetterQueue(SqsClient sqs, String name, String url, Destination destination) {

    private static final int LONG_POLL_SECONDS = 1;

    /** Messages that anybody may receive now. */
    public long waiting() {
        return count(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES);
    }

    /** Messages that somebody looks at just now. */
    public long hidden() {
        return count(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE);
    }

    /** Where its messages were meant to go, for people. */
    public String goal() {
        return destination.describe();
    }

    /** Up to ten messages, hidden from others for a while; empty if there are none. */
    List<DeadLetter> receive(Duration hidden) {
        return sqs
                .receiveMessage(receive ->
                        receive.queueUrl(url)
                                .maxNumberOfMessages(10)
                                .waitTimeSeconds(LONG_POLL_SECONDS)
                                .visibilityTimeout((int) hidden.toSeconds())
                                .messageAttributeNames("All")
                                .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
                .messages()
                .stream()
                .map(DeadLetter::of)
                .toList();
    }

    void delete(List<DeadLetter> letters) {
        if (letters.isEmpty()) {
            return;
        }
        var entries =
                IntStream.range(0, letters.size())
                        .mapToObj(i ->
                                DeleteMessageBatchRequestEntry.builder()
                                        .id("m" + i)
                                        .receiptHandle(letters.get(i).receipt())
                                        .build())
                        .toList();
        sqs.deleteMessageBatch(delete -> delete.queueUrl(url).entries(entries));
    }

    /** Gives messages back at once, up to ten a call. */
    void giveBack(List<DeadLetter> letters) {
        for (int from = 0; from < letters.size(); from += 10) {
            var some = letters.subList(from, Math.min(from + 10, letters.size()));
            var entries =
                    IntStream.range(0, some.size())
                            .mapToObj(i ->
                                    ChangeMessageVisibilityBatchRequestEntry.builder()
                                            .id("m" + i)
                                            .receiptHandle(some.get(i).receipt())
                                            .visibilityTimeout(0)
                                            .build())
                            .toList();
            sqs.changeMessageVisibilityBatch(change -> change.queueUrl(url).entries(entries));
        }
    }

    private long count(QueueAttributeName name) {
        Map<QueueAttributeName, String> attributes =
                sqs.getQueueAttributes(get -> get.queueUrl(url).attributeNames(name)).attributes();
        return Long.parseLong(attributes.getOrDefault(name, "0"));
    }
}
