package dev.tillstream.local.aws.page;

import dev.tillstream.local.aws.protocol.JsonService;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import tools.jackson.databind.JsonNode;

/** Counts the records that the streams of a service take, on their way through. */
public final class Traffic implements JsonService {

    /** Streams beyond these are served, but not counted. */
    private static final int MOST_STREAMS = 1_000;

    private final JsonService service;
    private final Map<String, LongAdder> streams = new ConcurrentHashMap<>();

    public Traffic(JsonService service) {
        this.service = service;
    }

    @Override
    public String targetPrefix() {
        return service.targetPrefix();
    }

    @Override
    public JsonNode handle(String operation, JsonNode input) {
        JsonNode answer = service.handle(operation, input);
        switch (operation) {
            case "PutRecord" -> of(input).increment();
            case "PutRecords", "PutRecordBatch" -> of(input).add(taken(input, answer));
            default -> {
                // Nothing is put.
            }
        }
        return answer;
    }

    /** Records that a stream took since the start. */
    long in(String stream) {
        LongAdder counts = streams.get(stream);
        return counts == null ? 0 : counts.sum();
    }

    private static int taken(JsonNode input, JsonNode answer) {
        int failed = answer.path("FailedRecordCount").asInt(answer.path("FailedPutCount").asInt(0));
        return input.path("Records").size() - failed;
    }

    private LongAdder of(JsonNode input) {
        String named =
                input.path("DeliveryStreamName")
                        .asString(
                                input.path("StreamName")
                                        .asString(input.path("StreamARN").asString("")));
        String name = named.substring(named.lastIndexOf('/') + 1);
        LongAdder counts = streams.get(name);
        if (counts != null) {
            return counts;
        }
        return streams.size() < MOST_STREAMS
                ? streams.computeIfAbsent(name, key -> new LongAdder())
                : new LongAdder();
    }
}
