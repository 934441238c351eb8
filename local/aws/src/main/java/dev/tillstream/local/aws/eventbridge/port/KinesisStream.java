package dev.tillstream.local.aws.eventbridge.port;

import dev.tillstream.local.aws.eventbridge.target.Message;
import dev.tillstream.local.aws.eventbridge.target.Refusal;
import dev.tillstream.local.aws.eventbridge.target.RefusedException;
import dev.tillstream.local.aws.eventbridge.target.TargetPort;
import dev.tillstream.local.aws.protocol.JsonService;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A Kinesis stream of this process. */
final class KinesisStream implements TargetPort {

    // PutRecords takes 500 records and 5 MB, keys included.
    private static final Limits LIMITS = new Limits(500, 4_000_000);

    private final ServiceCall call;
    private final String stream;

    KinesisStream(JsonService kinesis, String stream) {
        this.call = new ServiceCall(kinesis, "PutRecords", "Records");
        this.stream = stream;
    }

    @Override
    public Limits limits() {
        return LIMITS;
    }

    @Override
    public Map<Integer, Refusal> send(List<Message> messages) throws RefusedException {
        ObjectNode input = JsonNodeFactory.instance.objectNode().put("StreamName", stream);
        ArrayNode records = input.putArray("Records");
        for (Message message : messages) {
            records.addObject()
                    .put("Data", message.bytes())
                    .put("PartitionKey", message.partitionKey());
        }
        return call.send(input);
    }
}
