package dev.tillstream.local.aws.fault.http;

import dev.tillstream.local.aws.fault.seen.Protocol;
import dev.tillstream.local.aws.fault.seen.SeenCall;
import dev.tillstream.local.aws.http.KeptResponse;
import dev.tillstream.local.aws.http.Reply;
import dev.tillstream.local.aws.protocol.WireFormat;
import java.util.function.UnaryOperator;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** An answer of the JSON protocol, in either encoding, that is not sent as the handler wrote it. */
record TreeReply(SeenCall seen, Response response, Callback callback) {

    WireFormat format() {
        return seen.protocol() == Protocol.CBOR ? WireFormat.CBOR : WireFormat.JSON;
    }

    void send(ObjectNode answer) {
        // It was of the answer as the engine wrote it.
        response.getHeaders().remove("x-amz-crc32");
        Reply.send(response, 200, format().contentType(), format().write(answer), callback);
    }

    /** Lets a handler answer, and changes what it answers unless it is an error. */
    boolean edited(Request request, Handler handler, UnaryOperator<ObjectNode> edit)
            throws Exception {
        var kept = new KeptResponse(request, response, true);
        return handler.handle(
                request, kept, Callback.from(() -> finish(kept, edit), callback::failed));
    }

    /** Lets a handler do it, and answers success whatever it says. */
    boolean forgiven(Request request, Handler handler) throws Exception {
        var kept = new KeptResponse(request, response, false);
        return handler.handle(
                request,
                kept,
                Callback.from(
                        () -> {
                            response.reset();
                            send(JsonNodeFactory.instance.objectNode());
                        },
                        callback::failed));
    }

    private void finish(KeptResponse kept, UnaryOperator<ObjectNode> edit) {
        byte[] body = kept.body();
        if (kept.getStatus() == 200) {
            send(edit.apply((ObjectNode) format().read(body)));
            return;
        }
        String type = kept.getHeaders().get(HttpHeader.CONTENT_TYPE);
        Reply.send(
                response,
                kept.getStatus(),
                type == null ? format().contentType() : type,
                body,
                callback);
    }
}
