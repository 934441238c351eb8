package dev.tillstream.local.aws.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** {@code GET /_local/resources} and the page that shows it, {@code /_local/}. */
public final class PageHandler extends Handler.Abstract {

    private static final String ROOT = "/_local/";
    private static final Map<String, String> TYPES =
            Map.of("html", "text/html; charset=utf-8", "css", "text/css", "js", "text/javascript");

    private final Resources resources;
    private final Map<String, byte[]> files = new LinkedHashMap<>();

    public PageHandler(Resources resources) {
        this.resources = resources;
        for (String name : new String[] {"page.html", "page.css", "page.js"}) {
            files.put(name, read(name));
        }
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        String path = request.getHttpURI().getPath();
        if (path.equals("/_local")) {
            response.setStatus(302);
            response.getHeaders().put(HttpHeader.LOCATION, ROOT);
            callback.succeeded();
            return true;
        }
        if (!path.startsWith(ROOT)) {
            return false;
        }
        String name = path.equals(ROOT) ? "page.html" : path.substring(ROOT.length());
        if (name.equals("resources")) {
            byte[] json = resources.view().toString().getBytes(StandardCharsets.UTF_8);
            send(response, 200, "application/json", json, callback);
            return true;
        }
        byte[] file = files.get(name);
        if (file == null) {
            byte[] missing =
                    "Nothing is here; /_local/ is the page.\n".getBytes(StandardCharsets.UTF_8);
            send(response, 404, "text/plain", missing, callback);
        } else {
            String type =
                    TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "text/plain");
            send(response, 200, type, file, callback);
        }
        return true;
    }

    private static void send(
            Response response, int status, String type, byte[] body, Callback callback) {
        response.setStatus(status);
        // What events say is shown on the page: nothing but its own script may run there.
        response.getHeaders().put("Content-Security-Policy", "default-src 'self'");
        response.getHeaders().put("X-Content-Type-Options", "nosniff");
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, type);
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
        response.write(true, ByteBuffer.wrap(body), callback);
    }

    private static byte[] read(String name) {
        try (InputStream file = PageHandler.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException(name + " is missing in the jar");
            }
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
