package dev.tillstream.local.aws.kinesis;

import dev.tillstream.local.aws.protocol.AwsException;
import dev.tillstream.local.aws.protocol.JsonService;
import tools.jackson.databind.JsonNode;

/** Kinesis Data Streams. */
public final class Kinesis implements JsonService {

    @Override
    public String targetPrefix() {
        return "Kinesis_20131202";
    }

    @Override
    public JsonNode handle(String operation, JsonNode input) {
        throw AwsException.unknownOperation("kinesis", operation);
    }
}
