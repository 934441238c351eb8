package dev.tillstream.local.aws.http;

import java.util.function.BooleanSupplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** {@code GET /_local/health}: 200 once engines run and templates are deployed, 503 before. */
final class HealthHandler extends Handler.Abstract.NonBlocking {

    private final BooleanSupplier ready;

    HealthHandler(BooleanSupplier ready) {
        this.ready = ready;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        if (!request.getHttpURI().getPath().equals("/_local/health")) {
            return false;
        }
        boolean up = ready.getAsBoolean();
        response.setStatus(up ? 200 : 503);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
        Content.Sink.write(
                response, true, "{\"status\":\"" + (up ? "UP" : "STARTING") + "\"}", callback);
        return true;
    }
}
