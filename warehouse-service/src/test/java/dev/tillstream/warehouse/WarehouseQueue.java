package dev.tillstream.warehouse;

import dev.tillstream.contract.StoreEvent;
import dev.tillstream.contract.json.EventCodec;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/** A queue as the bus and an operator see it. */
final class WarehouseQueue implements AutoCloseable {

    private static final EventCodec CODEC = new EventCodec();

    private final SqsClient client = SqsClient.create();
    private final String url;

    private WarehouseQueue(String name) {
        this.url = client.getQueueUrl(request -> request.queueName(name)).queueUrl();
    }

    static WarehouseQueue named(String name) {
        return new WarehouseQueue(name);
    }

    static WarehouseQueue created(String name) {
        try (SqsClient client = SqsClient.create()) {
            client.createQueue(request -> request.queueName(name));
        }
        return new WarehouseQueue(name);
    }

    /** As the bus delivers it: in an envelope whose id is new each time. */
    void send(StoreEvent event) {
        send(envelope(event));
    }

    void send(String body) {
        client.sendMessage(request -> request.queueUrl(url).messageBody(body));
    }

    void sendAll(List<? extends StoreEvent> events) {
        for (int from = 0; from < events.size(); from += 10) {
            List<? extends StoreEvent> batch =
                    events.subList(from, Math.min(from + 10, events.size()));
            List<SendMessageBatchRequestEntry> entries =
                    IntStream.range(0, batch.size())
                            .mapToObj(i ->
                                    SendMessageBatchRequestEntry.builder()
                                            .id("m" + i)
                                            .messageBody(envelope(batch.get(i)))
                                            .build())
                            .toList();
            client.sendMessageBatch(request -> request.queueUrl(url).entries(entries));
        }
    }

    List<String> receive() {
        return client
                .receiveMessage(
                        request -> request.queueUrl(url).maxNumberOfMessages(10).waitTimeSeconds(1))
                .messages()
                .stream()
                .map(Message::body)
                .toList();
    }

    /** Messages that nobody deleted, hidden ones too. */
    int size() {
        Map<QueueAttributeName, String> attributes =
                client.getQueueAttributes(request ->
                                request.queueUrl(url).attributeNames(QueueAttributeName.ALL))
                        .attributes();
        return Integer.parseInt(attributes.get(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES))
                + Integer.parseInt(
                        attributes.get(
                                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE));
    }

    @Override
    public void close() {
        client.close();
    }

    private static String envelope(StoreEvent event) {
        return """
        {"version":"0","id":"%s","detail-type":"%s","source":"tillstream.ingest",\
        "account":"000000000000","time":"%s","region":"us-east-1","resources":[],"detail":%s}\
        """
                .formatted(
                        UUID.randomUUID(),
                        event.detailType(),
                        event.time(),
                        CODEC.encodeDetail(event));
    }
}
