package dev.tillstream.local.aws.http;

import dev.tillstream.local.aws.protocol.AwsException;
import dev.tillstream.local.aws.protocol.WireFormat;
import java.util.List;
import java.util.Objects;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import tools.jackson.databind.node.ObjectNode;

/**
 * ElasticMQ leaves out of a batch's answer the list that is empty; AWS always sends {@code
 * Successful} and {@code Failed}, and refuses a batch without entries. The query protocol, which
 * has no empty lists, is left as it is.
 */
final class WholeBatches extends Handler.Wrapper {

    private static final List<String> LISTS = List.of("Successful", "Failed");

    WholeBatches(Handler sqs) {
        super(sqs);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        AwsCall call = AwsCall.of(request);
        if (!call.targetPrefix().equals("AmazonSQS") || !call.operation().endsWith("Batch")) {
            return super.handle(request, response, callback);
        }
        var kept = new KeptResponse(request, response, true);
        return super.handle(
                request,
                kept,
                Callback.from(() -> send(kept, response, callback), callback::failed));
    }

    private static void send(KeptResponse kept, Response response, Callback callback) {
        String type =
                Objects.requireNonNullElse(
                        kept.getHeaders().get(HttpHeader.CONTENT_TYPE),
                        WireFormat.JSON.contentType());
        if (kept.getStatus() != 200) {
            Reply.send(response, kept.getStatus(), type, kept.body(), callback);
            return;
        }
        ObjectNode answer = (ObjectNode) WireFormat.JSON.read(kept.body());
        if (LISTS.stream().allMatch(list -> answer.path(list).isEmpty())) {
            // Each entry is in one of the lists, so there was none.
            var empty = AwsException.badRequest("EmptyBatchRequest", "The batch has no entries.");
            Reply.error(response, WireFormat.JSON, empty, callback);
            return;
        }
        LISTS.stream().filter(list -> !answer.has(list)).forEach(answer::putArray);
        Reply.send(response, 200, type, WireFormat.JSON.write(answer), callback);
    }
}
