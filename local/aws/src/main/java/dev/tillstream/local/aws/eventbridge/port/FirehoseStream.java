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

/** A delivery stream of this process. */
final class FirehoseStream implements TargetPort {

    // PutRecordBatch takes 500 records and 4 MB.
    private static final Limits LIMITS = new Limits(500, 4_000_000);

    private final ServiceCall call;
    private final String stream;

    FirehoseStream(JsonService firehose, String stream) {
        this.call = new ServiceCall(firehose, "PutRecordBatch", "RequestResponses");
        this.stream = stream;
    }

    @Override
    public Limits limits() {
        return LIMITS;
    }

    @Override
    public Map<Integer, Refusal> send(List<Message> messages) throws RefusedException {
        ObjectNode input = JsonNodeFactory.instance.objectNode().put("DeliveryStreamName", stream);
        ArrayNode records = input.putArray("Records");
        for (Message message : messages) {
            records.addObject().put("Data", message.bytes());
        }
        return call.send(input);
    }
}
