package dev.tillstream.local.aws.cloudwatch;

import dev.tillstream.local.aws.http.Reply;
import dev.tillstream.local.aws.protocol.AwsException;
import dev.tillstream.local.aws.protocol.Members;
import dev.tillstream.local.aws.protocol.WireFormat;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** CloudWatch in Smithy's RPC v2: the operation in the path, CBOR in and out. */
public final class RpcHandler extends Handler.Abstract {

    private static final int MOST_BYTES = 16 * 1024 * 1024;

    private final CloudWatch cloudWatch;
    private final String path;

    public RpcHandler(CloudWatch cloudWatch) {
        this.cloudWatch = cloudWatch;
        this.path = "/service/" + cloudWatch.targetPrefix() + "/operation/";
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback)
            throws IOException {
        if (!request.getHttpURI().getPath().startsWith(path)) {
            return false;
        }
        String operation = request.getHttpURI().getPath().substring(path.length());
        byte[] body = Content.Source.asInputStream(request).readAllBytes();
        response.getHeaders().put("smithy-protocol", "rpc-v2-cbor");
        try {
            JsonNode input = WireFormat.CBOR.read(unzipped(request, body));
            send(response, 200, cloudWatch.handle(operation, input), callback);
        } catch (AwsException e) {
            response.getHeaders().put("x-amzn-query-error", e.code() + ";Sender");
            JsonNode error =
                    JsonNodeFactory.instance
                            .objectNode()
                            .put("__type", "com.amazonaws.cloudwatch#" + e.code())
                            .put("message", e.getMessage());
            send(response, e.status(), error, callback);
        }
        return true;
    }

    /** SDKs compress what has more than 10 KB. */
    private static byte[] unzipped(Request request, byte[] body) throws IOException {
        if (!"gzip".equals(request.getHeaders().get("Content-Encoding"))) {
            return body;
        }
        try (var unzipped = new GZIPInputStream(new ByteArrayInputStream(body))) {
            byte[] bytes = unzipped.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw Members.invalid(
                        "Unpacked, the request has more than " + MOST_BYTES + " bytes.");
            }
            return bytes;
        }
    }

    private static void send(Response response, int status, JsonNode tree, Callback callback) {
        byte[] body = WireFormat.CBOR.write(tree);
        Reply.send(response, status, "application/cbor", body, callback);
    }
}
