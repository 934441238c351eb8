package dev.tillstream.warehouse;

import dev.tillstream.contract.StoreId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.Target;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Hears the stock-events of one store, by a rule and a queue of its own. */
final class BusTap implements AutoCloseable {

    private static final String BUS = "tillstream";

    private final String name = "tap-" + UUID.randomUUID();
    private final SqsClient sqs = SqsClient.create();
    private final EventBridgeClient events = EventBridgeClient.create();
    private final List<JsonNode> heard = new ArrayList<>();
    private final String url;

    private BusTap(StoreId store) {
        url = sqs.createQueue(create -> create.queueName(name)).queueUrl();
        String arn =
                sqs.getQueueAttributes(get ->
                                get.queueUrl(url).attributeNames(QueueAttributeName.QUEUE_ARN))
                        .attributes()
                        .get(QueueAttributeName.QUEUE_ARN);
        String pattern =
                """
                {"detail-type": ["stock-events"], "detail": {"store_id": ["%s"]}}\
                """
                        .formatted(store);
        events.putRule(rule -> rule.name(name).eventBusName(BUS).eventPattern(pattern));
        events.putTargets(put ->
                put.rule(name)
                        .eventBusName(BUS)
                        .targets(Target.builder().id("tap").arn(arn).build()));
    }

    static BusTap of(StoreId store) {
        return new BusTap(store);
    }

    /** The details of all events heard so far. */
    List<JsonNode> heard() {
        sqs.receiveMessage(
                        receive -> receive.queueUrl(url).maxNumberOfMessages(10).waitTimeSeconds(1))
                .messages()
                .forEach(message -> {
                    heard.add(JsonMapper.shared().readTree(message.body()).required("detail"));
                    sqs.deleteMessage(
                            delete -> delete.queueUrl(url).receiptHandle(message.receiptHandle()));
                });
        return List.copyOf(heard);
    }

    /** The request ids of all events heard so far, each once. */
    List<String> identities() {
        return heard().stream()
                .map(detail -> detail.required("request_id").stringValue())
                .distinct()
                .sorted()
                .toList();
    }

    @Override
    public void close() {
        events.removeTargets(remove -> remove.rule(name).eventBusName(BUS).ids("tap"));
        events.deleteRule(delete -> delete.name(name).eventBusName(BUS));
        sqs.deleteQueue(delete -> delete.queueUrl(url));
        events.close();
        sqs.close();
    }
}
