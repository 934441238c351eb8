package dev.tillstream.local.aws.page;

import dev.tillstream.local.aws.cloudwatch.CloudWatch;
import dev.tillstream.local.aws.deploy.api.AwsApi;
import dev.tillstream.local.aws.deploy.api.AwsCallException;
import dev.tillstream.local.aws.deploy.api.AwsService;
import dev.tillstream.local.aws.fault.FaultJson;
import dev.tillstream.local.aws.fault.Faults;
import dev.tillstream.local.aws.protocol.JsonService;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Looks at everything there is.
 *
 * @param queues ElasticMQ itself, so that faults don't strike the look
 */
public record Resources(
        JsonService eventBridge,
        Traffic kinesis,
        Traffic firehose,
        AwsApi queues,
        RecentEvents events,
        RecentObjects objects,
        CloudWatch cloudWatch,
        Faults faults) {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int MOST_QUEUES = 200;

    ObjectNode view() {
        ObjectNode view = JSON.objectNode();
        view.set("buses", buses());
        view.set("events", events.view());
        view.set("queues", queueList());
        view.set("streams", streams());
        view.set("deliveryStreams", deliveryStreams());
        view.set("objects", objects.view());
        view.set("metrics", metrics());
        ArrayNode all = view.putArray("faults");
        faults.all().stream().map(FaultJson::write).forEach(all::add);
        return view;
    }

    private ArrayNode buses() {
        ArrayNode buses = JSON.arrayNode();
        for (JsonNode bus : eventBridge.handle("ListEventBuses", input()).path("EventBuses")) {
            String name = bus.path("Name").asString();
            ArrayNode rules = buses.addObject().put("name", name).putArray("rules");
            ObjectNode ofBus = input().put("EventBusName", name);
            for (JsonNode rule : eventBridge.handle("ListRules", ofBus).path("Rules")) {
                rules.add(rule(name, rule));
            }
        }
        return buses;
    }

    private ObjectNode rule(String bus, JsonNode rule) {
        String name = rule.path("Name").asString();
        ObjectNode view =
                JSON.objectNode()
                        .put("name", name)
                        .put("state", rule.path("State").asString())
                        .put("pattern", rule.path("EventPattern").asString());
        ObjectNode which = input().put("EventBusName", bus).put("Rule", name);
        ArrayNode targets = view.putArray("targets");
        for (JsonNode target : eventBridge.handle("ListTargetsByRule", which).path("Targets")) {
            targets.addObject()
                    .put("id", target.path("Id").asString())
                    .put("arn", target.path("Arn").asString())
                    .put("deadLetters", target.path("DeadLetterConfig").path("Arn").asString(""));
        }
        return view;
    }

    private ArrayNode queueList() {
        ArrayNode list = JSON.arrayNode();
        ObjectNode most = input().put("MaxResults", MOST_QUEUES);
        for (JsonNode url : queues.call(AwsService.SQS, "ListQueues", most).path("QueueUrls")) {
            queue(list, url.asString());
        }
        return list;
    }

    private void queue(ArrayNode list, String url) {
        ObjectNode which = input().put("QueueUrl", url);
        which.putArray("AttributeNames").add("All");
        JsonNode attributes;
        try {
            attributes =
                    queues.call(AwsService.SQS, "GetQueueAttributes", which).path("Attributes");
        } catch (AwsCallException e) {
            // Deleted since it was listed.
            return;
        }
        list.addObject()
                .put("name", url.substring(url.lastIndexOf('/') + 1))
                .put("visible", attributes.path("ApproximateNumberOfMessages").asInt(0))
                .put("inFlight", attributes.path("ApproximateNumberOfMessagesNotVisible").asInt(0))
                .put("delayed", attributes.path("ApproximateNumberOfMessagesDelayed").asInt(0));
    }

    private ArrayNode streams() {
        ArrayNode list = JSON.arrayNode();
        for (JsonNode name : kinesis.handle("ListStreams", input()).path("StreamNames")) {
            JsonNode summary =
                    kinesis.handle(
                                    "DescribeStreamSummary",
                                    input().put("StreamName", name.asString()))
                            .path("StreamDescriptionSummary");
            list.addObject()
                    .put("name", name.asString())
                    .put("openShards", summary.path("OpenShardCount").asInt(0))
                    .put("put", kinesis.in(name.asString()));
        }
        return list;
    }

    private ArrayNode deliveryStreams() {
        ArrayNode list = JSON.arrayNode();
        JsonNode names = firehose.handle("ListDeliveryStreams", input());
        for (JsonNode name : names.path("DeliveryStreamNames")) {
            JsonNode destination =
                    firehose.handle(
                                    "DescribeDeliveryStream",
                                    input().put("DeliveryStreamName", name.asString()))
                            .path("DeliveryStreamDescription")
                            .path("Destinations")
                            .path(0)
                            .path("ExtendedS3DestinationDescription");
            list.addObject()
                    .put("name", name.asString())
                    .put(
                            "to",
                            destination.path("BucketARN").asString("").replace("arn:aws:s3:::", ""))
                    .put("prefix", destination.path("Prefix").asString(""))
                    .put("put", firehose.in(name.asString()));
        }
        return list;
    }

    private ArrayNode metrics() {
        ArrayNode list = JSON.arrayNode();
        cloudWatch
                .metrics()
                .all()
                .forEach(datum -> {
                    ObjectNode node =
                            list.addObject()
                                    .put("namespace", datum.key().namespace())
                                    .put("name", datum.key().name())
                                    .put("unit", datum.key().unit())
                                    .put("samples", datum.sums().samples())
                                    .put("sum", datum.sums().sum())
                                    .put("minimum", datum.sums().minimum())
                                    .put("maximum", datum.sums().maximum());
                    ObjectNode dimensions = node.putObject("dimensions");
                    datum.key().dimensions().forEach(dimensions::put);
                });
        return list;
    }

    private static ObjectNode input() {
        return JSON.objectNode();
    }
}
