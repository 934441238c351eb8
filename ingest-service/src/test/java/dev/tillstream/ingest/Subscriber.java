package dev.tillstream.ingest;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a queue behind the bus to its end and keeps the envelopes, by request id. */
final class Subscriber {

    private static final JsonMapper JSON = new JsonMapper();

    private final SqsClient sqs;
    private final String url;
    private final Map<String, JsonNode> envelopes = new HashMap<>();

    Subscriber(SqsClient sqs, String queue) {
        this.sqs = sqs;
        this.url = sqs.getQueueUrl(r -> r.queueName(queue)).queueUrl();
    }

    Map<String, JsonNode> received() {
        for (var messages = receive(); !messages.isEmpty(); messages = receive()) {
            messages.forEach(this::keep);
            delete(messages);
        }
        return envelopes;
    }

    /** Without waiting: the queues' own setting is 20 s. */
    private List<Message> receive() {
        return sqs.receiveMessage(r -> r.queueUrl(url).maxNumberOfMessages(10).waitTimeSeconds(0))
                .messages();
    }

    private void keep(Message message) {
        JsonNode envelope = JSON.readTree(message.body());
        envelopes.put(envelope.at("/detail/request_id").asString(), envelope);
    }

    private void delete(List<Message> messages) {
        var entries =
                IntStream.range(0, messages.size())
                        .mapToObj(i ->
                                DeleteMessageBatchRequestEntry.builder()
                                        .id("m" + i)
                                        .receiptHandle(messages.get(i).receiptHandle())
                                        .build())
                        .toList();
        sqs.deleteMessageBatch(r -> r.queueUrl(url).entries(entries));
    }
}
