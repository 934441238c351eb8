package dev.tillstream.local.aws.http;

import dev.tillstream.local.aws.protocol.AwsException;
import dev.tillstream.local.aws.protocol.WireFormat;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.SizeLimitHandler;
import org.eclipse.jetty.util.Callback;

/** Refuses bodies that are too large, before anything holds them. */
final class BodyLimit extends Handler.Wrapper {

    private final long maxBytes;

    BodyLimit(long maxBytes, Handler handler) {
        this.maxBytes = maxBytes;
        // For a body that doesn't tell its length beforehand.
        var whileReading = new SizeLimitHandler(maxBytes, -1);
        whileReading.setHandler(handler);
        setHandler(whileReading);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (request.getLength() <= maxBytes) {
            return super.handle(request, response, callback);
        }
        discard(request);
        String type = request.getHeaders().get(HttpHeader.CONTENT_TYPE);
        var error =
                new AwsException(
                        413,
                        "RequestEntityTooLargeException",
                        "The request has more than " + maxBytes + " bytes.");
        Reply.error(response, WireFormat.of(type), error, callback);
        return true;
    }

    /** A client that is still sending would see a reset instead of the answer. */
    private static void discard(Request request) throws IOException {
        try (InputStream body = Content.Source.asInputStream(request)) {
            body.transferTo(OutputStream.nullOutputStream());
        }
    }
}
