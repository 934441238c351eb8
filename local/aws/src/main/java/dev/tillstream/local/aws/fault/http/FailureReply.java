package dev.tillstream.local.aws.fault.http;

import dev.tillstream.local.aws.fault.seen.Protocol;
import dev.tillstream.local.aws.fault.seen.SeenCall;
import dev.tillstream.local.aws.fault.shape.Failure;
import dev.tillstream.local.aws.http.Reply;
import dev.tillstream.local.aws.protocol.WireFormat;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes an error in the protocol of the call. */
final class FailureReply {

    private static final Map<String, String> NAMESPACES =
            Map.of(
                    "dynamodb",
                    "com.amazonaws.dynamodb.v20120810#",
                    "sqs",
                    "com.amazonaws.sqs#",
                    "monitoring",
                    "com.amazonaws.cloudwatch#");

    private FailureReply() {}

    static void send(Response response, SeenCall seen, Failure failure, Callback callback) {
        String blame = failure.isSender() ? "Sender" : "Receiver";
        switch (seen.protocol()) {
            case JSON, CBOR -> tree(response, seen, failure, callback);
            case RPC -> {
                response.getHeaders().put("smithy-protocol", "rpc-v2-cbor");
                response.getHeaders().put("x-amzn-query-error", failure.code() + ";" + blame);
                byte[] body = WireFormat.CBOR.write(members(seen, failure));
                Reply.send(response, failure.status(), "application/cbor", body, callback);
            }
            case QUERY ->
                    xml(
                            response,
                            failure,
                            "<ErrorResponse><Error><Type>%s</Type><Code>%s</Code><Message>%s</Message></Error><RequestId>fault</RequestId></ErrorResponse>"
                                    .formatted(blame, failure.code(), failure.message()),
                            callback);
            case REST_XML ->
                    xml(
                            response,
                            failure,
                            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Error><Code>%s</Code><Message>%s</Message><RequestId>fault</RequestId></Error>"
                                    .formatted(failure.code(), failure.message()),
                            callback);
        }
    }

    private static void tree(Response response, SeenCall seen, Failure failure, Callback callback) {
        WireFormat format = seen.protocol() == Protocol.CBOR ? WireFormat.CBOR : WireFormat.JSON;
        response.getHeaders().put("x-amzn-ErrorType", failure.code());
        if (seen.call().service().equals("sqs")) {
            // Where clients of the former query protocol still look for the code.
            response.getHeaders()
                    .put(
                            "x-amzn-query-error",
                            failure.code() + (failure.isSender() ? ";Sender" : ";Receiver"));
        }
        byte[] body = format.write(members(seen, failure));
        Reply.send(response, failure.status(), format.contentType(), body, callback);
    }

    private static JsonNode members(SeenCall seen, Failure failure) {
        ObjectNode members = JsonNodeFactory.instance.objectNode();
        String namespace = NAMESPACES.getOrDefault(seen.call().service(), "");
        members.put("__type", namespace + failure.code()).put("message", failure.message());
        members.setAll((ObjectNode) failure.more());
        return members;
    }

    private static void xml(Response response, Failure failure, String xml, Callback callback) {
        // The answer to HEAD has no body; Jetty leaves it out.
        Reply.send(
                response,
                failure.status(),
                "application/xml",
                xml.getBytes(StandardCharsets.UTF_8),
                callback);
    }
}
