package dev.tillstream.local.aws.protocol;

import java.time.Instant;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.POJONode;
import tools.jackson.dataformat.cbor.CBORGenerator;

/** Writes a tree, timestamps in the form of the encoding. */
final class TreeWriter {

    private TreeWriter() {}

    static void write(JsonGenerator out, JsonNode node) {
        switch (node.getNodeType()) {
            case OBJECT -> {
                out.writeStartObject();
                for (Map.Entry<String, JsonNode> member : node.properties()) {
                    out.writeName(member.getKey());
                    write(out, member.getValue());
                }
                out.writeEndObject();
            }
            case ARRAY -> {
                out.writeStartArray();
                for (JsonNode element : node.values()) {
                    write(out, element);
                }
                out.writeEndArray();
            }
            case STRING -> out.writeString(node.stringValue());
            case BINARY -> out.writeBinary(node.binaryValue());
            case BOOLEAN -> out.writeBoolean(node.booleanValue());
            case NUMBER -> number(out, node);
            case POJO -> timestamp(out, (POJONode) node);
            case NULL, MISSING -> out.writeNull();
        }
    }

    private static void number(JsonGenerator out, JsonNode node) {
        if (node.isIntegralNumber()) {
            out.writeNumber(node.longValue());
        } else {
            out.writeNumber(node.doubleValue());
        }
    }

    private static void timestamp(JsonGenerator out, POJONode node) {
        if (!(node.getPojo() instanceof Instant instant)) {
            throw new IllegalArgumentException("Neither JSON nor a timestamp: " + node);
        }
        if (out instanceof CBORGenerator cbor) {
            cbor.writeTag(TreeReader.TIMESTAMP_TAG);
            cbor.writeNumber(instant.toEpochMilli());
        } else {
            out.writeNumber(Timestamps.seconds(instant));
        }
    }
}
