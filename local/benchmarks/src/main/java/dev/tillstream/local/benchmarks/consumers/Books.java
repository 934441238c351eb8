package dev.tillstream.local.benchmarks.consumers;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.Target;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** What is really stored and queued, read from AWS and not from the services. */
record Books(DynamoDbClient dynamo, SqsClient sqs, EventBridgeClient events) {

    private static final String BUS = "tillstream";
    private static final Pattern REQUEST_ID =
            Pattern.compile("\"detail\":\\{\"request_id\":\"([^\"]+)\"");

    /** Items of a table that belong to a store. */
    List<Map<String, AttributeValue>> items(String table, String store) {
        return dynamo
                .scanPaginator(scan ->
                        scan.tableName(table)
                                .consistentRead(true)
                                .filterExpression("store_id = :store")
                                .expressionAttributeValues(
                                        Map.of(":store", AttributeValue.fromS(store))))
                .items()
                .stream()
                .toList();
    }

    /** Levels that are not the sum of their ledger, where nothing was counted. */
    Set<String> wrongLevels(String store) {
        Map<String, Long> sums = new HashMap<>();
        items("tillstream-stock-ledger", store)
                .forEach(entry ->
                        sums.merge(
                                attribute(entry, "sku").s(),
                                Long.parseLong(attribute(entry, "quantity").n()),
                                Long::sum));
        Set<String> wrong = new HashSet<>();
        items("tillstream-stock-levels", store)
                .forEach(level -> {
                    String sku = attribute(level, "sku").s();
                    if (Long.parseLong(attribute(level, "on_hand").n())
                            != sums.getOrDefault(sku, 0L)) {
                        wrong.add(sku);
                    }
                    sums.remove(sku);
                });
        wrong.addAll(sums.keySet());
        return wrong;
    }

    private static AttributeValue attribute(Map<String, AttributeValue> item, String name) {
        return Objects.requireNonNull(item.get(name), name);
    }

    /** Messages of a queue that nobody deleted, hidden ones too. */
    long depth(String queue) {
        String url = sqs.getQueueUrl(get -> get.queueName(queue)).queueUrl();
        Map<QueueAttributeName, String> attributes =
                sqs.getQueueAttributes(
                                get -> get.queueUrl(url).attributeNames(QueueAttributeName.ALL))
                        .attributes();
        return Long.parseLong(attributes.get(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES))
                + Long.parseLong(
                        attributes.get(
                                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE));
    }

    /** A queue that hears all follow-up events of a store from now on. */
    String tap(String store) {
        String name = "tap-" + store;
        String url = sqs.createQueue(create -> create.queueName(name)).queueUrl();
        String arn =
                sqs.getQueueAttributes(get ->
                                get.queueUrl(url).attributeNames(QueueAttributeName.QUEUE_ARN))
                        .attributes()
                        .get(QueueAttributeName.QUEUE_ARN);
        String pattern =
                """
                {"detail-type":["order-events","stock-events"],"detail":{"store_id":["%s"]}}\
                """
                        .formatted(store);
        events.putRule(rule -> rule.name(name).eventBusName(BUS).eventPattern(pattern));
        events.putTargets(put ->
                put.rule(name)
                        .eventBusName(BUS)
                        .targets(Target.builder().id("tap").arn(arn).build()));
        return url;
    }

    /** Empties a tap: how often each follow-up event was heard, by its request id. */
    Map<String, AtomicLong> heard(String tap) {
        Map<String, AtomicLong> heard = new ConcurrentHashMap<>();
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 8; i++) {
                threads.execute(() -> hear(tap, heard));
            }
        }
        return heard;
    }

    private void hear(String tap, Map<String, AtomicLong> heard) {
        List<Message> messages = receive(tap);
        while (!messages.isEmpty()) {
            List<DeleteMessageBatchRequestEntry> done =
                    messages.stream()
                            .map(message ->
                                    DeleteMessageBatchRequestEntry.builder()
                                            .id(message.messageId())
                                            .receiptHandle(message.receiptHandle())
                                            .build())
                            .toList();
            for (Message message : messages) {
                Matcher id = REQUEST_ID.matcher(message.body());
                if (!id.find()) {
                    throw new IllegalStateException("no follow-up event: " + message.body());
                }
                heard.computeIfAbsent(id.group(1), key -> new AtomicLong()).incrementAndGet();
            }
            sqs.deleteMessageBatch(delete -> delete.queueUrl(tap).entries(done));
            messages = receive(tap);
        }
    }

    private List<Message> receive(String tap) {
        return sqs.receiveMessage(
                        receive -> receive.queueUrl(tap).maxNumberOfMessages(10).waitTimeSeconds(2))
                .messages();
    }
}
