package dev.tillstream.local.aws.http;

import dev.tillstream.local.aws.protocol.AwsException;
import dev.tillstream.local.aws.protocol.WireFormat;
import java.nio.ByteBuffer;
import java.util.UUID;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Writes answers, and errors of the JSON protocol. */
public final class Reply {

    private Reply() {}

    public static void ok(Response response, WireFormat format, JsonNode tree, Callback callback) {
        send(response, 200, format.contentType(), format.write(tree), callback);
    }

    public static void error(
            Response response, WireFormat format, AwsException error, Callback callback) {
        JsonNode tree =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("__type", error.code())
                        .put("message", error.getMessage());
        response.getHeaders().put("x-amzn-ErrorType", error.code());
        send(response, error.status(), format.contentType(), format.write(tree), callback);
    }

    public static void send(
            Response response, int status, String contentType, byte[] body, Callback callback) {
        response.setStatus(status);
        response.getHeaders().put("x-amzn-RequestId", UUID.randomUUID().toString());
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, contentType);
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
        response.write(true, ByteBuffer.wrap(body), callback);
    }
}
