package dev.tillstream.local.aws.kinesis;

import dev.tillstream.local.aws.kinesis.stream.DataStream;
import dev.tillstream.local.aws.kinesis.stream.StreamName;
import dev.tillstream.local.aws.kinesis.stream.Streams;
import dev.tillstream.local.aws.protocol.Members;
import tools.jackson.databind.JsonNode;

/** Finds the stream that a request names, by name or by ARN. */
record StreamLookup(Streams streams) {

    DataStream find(JsonNode input) {
        return streams.get(name(input));
    }

    static StreamName name(JsonNode input) {
        return Members.optionalText(input, "StreamARN")
                .map(StreamName::ofArn)
                .orElseGet(() -> new StreamName(Members.text(input, "StreamName")));
    }
}
