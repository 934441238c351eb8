package dev.tillstream.local.aws.http;

import dev.tillstream.local.aws.protocol.AwsException;
import dev.tillstream.local.aws.protocol.WireFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers calls of services that aren't there, naming service and operation in AWS's own shape. */
final class UnsupportedHandler extends Handler.Abstract {

    private static final Logger log = LoggerFactory.getLogger(UnsupportedHandler.class);
    private static final Pattern ACTION = Pattern.compile("(?:^|&)Action=([A-Za-z0-9]+)");
    private static final Pattern RPC = Pattern.compile("/service/([^/]+)/operation/([^/]+)");
    private static final int ENOUGH_TO_FIND_THE_ACTION = 64 * 1024;

    @Override
    public boolean handle(Request request, Response response, Callback callback)
            throws IOException {
        AwsCall call = AwsCall.of(request);
        boolean query = isForm(request);
        if (call.isSqs() || (call.isS3() && !query)) {
            return false;
        }
        AwsException error =
                AwsException.unknownOperation(service(call), operation(request, call, query));
        log.warn(error.getMessage());
        if (query) {
            Reply.send(response, error.status(), "text/xml", xml(error), callback);
        } else {
            String type = request.getHeaders().get(HttpHeader.CONTENT_TYPE);
            Reply.error(response, WireFormat.of(type), error, callback);
        }
        return true;
    }

    private static boolean isForm(Request request) {
        String type = Objects.requireNonNullElse(request.getHeaders().get("Content-Type"), "");
        return type.startsWith("application/x-www-form-urlencoded");
    }

    private static String service(AwsCall call) {
        String named = call.service().isEmpty() ? call.targetPrefix() : call.service();
        return named.isEmpty() ? "an unnamed service" : named;
    }

    private static String operation(Request request, AwsCall call, boolean query)
            throws IOException {
        if (!call.operation().isEmpty()) {
            return call.operation();
        }
        if (query) {
            byte[] body =
                    Content.Source.asInputStream(request).readNBytes(ENOUGH_TO_FIND_THE_ACTION);
            Matcher action = ACTION.matcher(new String(body, StandardCharsets.UTF_8));
            if (action.find()) {
                return action.group(1);
            }
        }
        String path = request.getHttpURI().getPath();
        Matcher rpc = RPC.matcher(path);
        return rpc.matches() ? rpc.group(2) : request.getMethod() + " " + path;
    }

    private static byte[] xml(AwsException error) {
        // Neither code nor message can hold markup: both come from patterns of letters and digits.
        return """
        <ErrorResponse><Error><Type>Sender</Type><Code>%s</Code><Message>%s</Message></Error>\
        <RequestId>local</RequestId></ErrorResponse>\
        """
                .formatted(error.code(), error.getMessage())
                .getBytes(StandardCharsets.UTF_8);
    }
}
