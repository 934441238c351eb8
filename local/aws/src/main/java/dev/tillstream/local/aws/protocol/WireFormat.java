package dev.tillstream.local.aws.protocol;

import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.dataformat.cbor.CBORMapper;

/** The two encodings of AWS's JSON protocol; a reply has the encoding of its request. */
public enum WireFormat {
    JSON("application/x-amz-json-1.1"),
    CBOR("application/x-amz-cbor-1.1");

    private final String contentType;

    WireFormat(String contentType) {
        this.contentType = contentType;
    }

    public static WireFormat of(@Nullable String contentType) {
        return contentType != null && contentType.contains("cbor") ? CBOR : JSON;
    }

    public String contentType() {
        return contentType;
    }

    /** Reads a request body; an empty one has no members. */
    public JsonNode read(byte[] body) {
        if (body.length == 0) {
            return JsonNodeFactory.instance.objectNode();
        }
        try (JsonParser parser = mapper().createParser(body)) {
            JsonNode tree = TreeReader.read(parser);
            if (!tree.isObject()) {
                throw AwsException.badRequest("SerializationException", "The body is no object.");
            }
            return tree;
        } catch (JacksonException e) {
            throw AwsException.badRequest("SerializationException", e.getOriginalMessage());
        }
    }

    public byte[] write(JsonNode tree) {
        var bytes = new ByteArrayOutputStream(512);
        try (JsonGenerator generator = mapper().createGenerator(bytes)) {
            TreeWriter.write(generator, tree);
        }
        return bytes.toByteArray();
    }

    private ObjectMapper mapper() {
        return switch (this) {
            case JSON -> JsonMapper.shared();
            case CBOR -> CBORMapper.shared();
        };
    }
}
