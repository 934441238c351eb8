package dev.tillstream.local.aws.deploy.resource;

import dev.tillstream.local.aws.deploy.api.AwsApi;
import dev.tillstream.local.aws.deploy.api.AwsCallException;
import dev.tillstream.local.aws.deploy.api.AwsService;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** {@code AWS::SQS::Queue}; one that is there gets the template's attributes. */
final class QueueProvider implements ResourceProvider {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    // Without the retention period: the engine keeps messages for ever.
    private static final List<String> ATTRIBUTES =
            List.of(
                    "DelaySeconds",
                    "MaximumMessageSize",
                    "ReceiveMessageWaitTimeSeconds",
                    "RedrivePolicy",
                    "VisibilityTimeout");

    private final AwsApi aws;

    QueueProvider(AwsApi aws) {
        this.aws = aws;
    }

    @Override
    public String type() {
        return "AWS::SQS::Queue";
    }

    @Override
    public KnownProperties properties() {
        return KnownProperties.of(
                "QueueName",
                "DelaySeconds",
                "MaximumMessageSize",
                "MessageRetentionPeriod",
                "ReceiveMessageWaitTimeSeconds",
                "RedrivePolicy.deadLetterTargetArn",
                "RedrivePolicy.maxReceiveCount",
                "VisibilityTimeout",
                "Tags.*");
    }

    @Override
    public CreatedResource create(ResourceRequest request) {
        var name = request.name("QueueName");
        var attributes = JSON.objectNode();
        for (var attribute : ATTRIBUTES) {
            // All are text; asString() refuses an object, whose text is its JSON.
            request.ifGiven(
                    attribute,
                    (key, value) ->
                            attributes.put(
                                    key, value.isObject() ? value.toString() : value.asString()));
        }
        var url = createOrUpdate(name, attributes);
        return new CreatedResource(
                url, Map.of("Arn", Arns.of("sqs", name), "QueueName", name, "QueueUrl", url));
    }

    private String createOrUpdate(String name, ObjectNode attributes) {
        var byName = JSON.objectNode().put("QueueName", name);
        try {
            var url = aws.call(AwsService.SQS, "GetQueueUrl", byName).path("QueueUrl").asString();
            var update = JSON.objectNode().put("QueueUrl", url).set("Attributes", attributes);
            aws.call(AwsService.SQS, "SetQueueAttributes", update);
            return url;
        } catch (AwsCallException e) {
            if (!e.is("QueueDoesNotExist", "AWS.SimpleQueueService.NonExistentQueue")) {
                throw e;
            }
            var create = byName.set("Attributes", attributes);
            return aws.call(AwsService.SQS, "CreateQueue", create).path("QueueUrl").asString();
        }
    }
}
