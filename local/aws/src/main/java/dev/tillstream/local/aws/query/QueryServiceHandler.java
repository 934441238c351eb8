package dev.tillstream.local.aws.query;

import dev.tillstream.local.aws.http.AwsCall;
import dev.tillstream.local.aws.http.Form;
import dev.tillstream.local.aws.http.Reply;
import dev.tillstream.local.aws.protocol.AwsException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import tools.jackson.databind.JsonNode;

/** Calls the services of the query protocol; what is no form is left to others. */
public final class QueryServiceHandler extends Handler.Abstract {

    private final Map<String, QueryService> services;

    public QueryServiceHandler(List<QueryService> services) {
        this.services =
                services.stream()
                        .collect(Collectors.toMap(QueryService::signingName, Function.identity()));
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback)
            throws IOException {
        AwsCall call = AwsCall.of(request);
        QueryService service = services.get(call.service());
        String type = Objects.requireNonNullElse(request.getHeaders().get("Content-Type"), "");
        if (service == null
                || !call.targetPrefix().isEmpty()
                || !type.startsWith("application/x-www-form-urlencoded")) {
            return false;
        }
        Form form = Form.of(request, Content.Source.asInputStream(request).readAllBytes());
        String requestId = UUID.randomUUID().toString();
        try {
            JsonNode result = service.handle(form.action(), FormTree.read(form));
            byte[] xml = XmlReply.result(form.action(), service.namespace(), requestId, result);
            Reply.send(response, 200, "text/xml", xml, callback);
        } catch (AwsException e) {
            byte[] xml = XmlReply.error(e, service.namespace(), requestId);
            Reply.send(response, e.status(), "text/xml", xml, callback);
        }
        return true;
    }
}
