package dev.tillstream.local.audit.stored;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tillstream.contract.EventRejectedException;
import dev.tillstream.contract.json.EventCodec;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** The queues of an installation: how deep they are, and what their messages are about. */
final class Queues {

    static final List<String> ALL =
            List.of(
                    "dispatch",
                    "dispatch-dlq",
                    "warehouse",
                    "warehouse-dlq",
                    "sales-events-dlq",
                    "inventory-events-dlq",
                    "raw-dlq");

    private static final List<QueueAttributeName> DEPTHS =
            List.of(
                    QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                    QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED,
                    QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE);

    /** Long enough to read a whole queue without meeting a message twice. */
    private static final int HIDDEN_SECONDS = 30;

    private final SqsClient sqs;
    private final String project;
    private final EventCodec codec = new EventCodec(Integer.MAX_VALUE);

    Queues(SqsClient sqs, String project) {
        this.sqs = sqs;
        this.project = project;
    }

    long depth(String queue) {
        Map<QueueAttributeName, String> attributes =
                sqs.getQueueAttributes(get -> get.queueUrl(url(queue)).attributeNames(DEPTHS))
                        .attributes();
        return DEPTHS.stream()
                .mapToLong(name -> Long.parseLong(attributes.getOrDefault(name, "0")))
                .sum();
    }

    /** Reads a queue without taking anything out of it. */
    Set<String> identitiesIn(String queue) {
        Set<String> identities = new HashSet<>();
        String url = url(queue);
        for (long left = depth(queue); left > 0; ) {
            List<Message> messages =
                    sqs.receiveMessage(receive ->
                                    receive.queueUrl(url)
                                            .maxNumberOfMessages(10)
                                            .visibilityTimeout(HIDDEN_SECONDS))
                            .messages();
            if (messages.isEmpty()) {
                break;
            }
            for (Message message : messages) {
                addIdentity(message.body(), identities);
                left--;
            }
        }
        return identities;
    }

    private void addIdentity(String body, Set<String> identities) {
        try {
            identities.add(codec.decode(body.getBytes(UTF_8)).identity().id());
        } catch (EventRejectedException e) {
            // It is no sale that could be missing: its raw record is counted as unreadable.
        }
    }

    private String url(String queue) {
        return sqs.getQueueUrl(get -> get.queueName(project + "-" + queue)).queueUrl();
    }
}
