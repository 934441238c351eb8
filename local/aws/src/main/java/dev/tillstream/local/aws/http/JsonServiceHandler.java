package dev.tillstream.local.aws.http;

import dev.tillstream.local.aws.protocol.AwsException;
import dev.tillstream.local.aws.protocol.JsonService;
import dev.tillstream.local.aws.protocol.WireFormat;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** Calls the JSON services; it blocks freely, as each request has a virtual thread. */
final class JsonServiceHandler extends Handler.Abstract {

    private static final Logger log = LoggerFactory.getLogger(JsonServiceHandler.class);

    private final Map<String, JsonService> services;

    JsonServiceHandler(List<JsonService> services) {
        this.services =
                services.stream()
                        .collect(Collectors.toMap(JsonService::targetPrefix, Function.identity()));
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback)
            throws IOException {
        AwsCall call = AwsCall.of(request);
        JsonService service = services.get(call.targetPrefix());
        if (service == null) {
            return false;
        }
        WireFormat format = WireFormat.of(request.getHeaders().get(HttpHeader.CONTENT_TYPE));
        byte[] body = Content.Source.asInputStream(request).readAllBytes();
        try {
            JsonNode answer = answer(service, call.operation(), format, body);
            Reply.ok(response, format, answer, callback);
        } catch (AwsException e) {
            Reply.error(response, format, e, callback);
        }
        return true;
    }

    private JsonNode answer(JsonService service, String operation, WireFormat format, byte[] body) {
        try {
            return service.handle(operation, format.read(body));
        } catch (AwsException e) {
            log.debug("{} answers {}: {}", operation, e.code(), e.getMessage());
            throw e;
        } catch (RuntimeException e) {
            log.error("{} of {} failed", operation, service.targetPrefix(), e);
            throw new AwsException(500, "InternalFailure", operation + " failed: " + e);
        }
    }
}
