package dev.tillstream.access.http;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Tells the service's own port from the management port: Boot hangs the same filters into both. On
 * one port for both, all of it needs a key.
 */
final class OwnPort implements RequestMatcher, ApplicationListener<WebServerInitializedEvent> {

    private static final int NONE = -1;

    private volatile int management = NONE;

    @Override
    public void onApplicationEvent(WebServerInitializedEvent event) {
        if ("management".equals(event.getApplicationContext().getServerNamespace())) {
            management = event.getWebServer().getPort();
        }
    }

    /** By the socket's port: what the request says of its host is the client's word. */
    @Override
    public boolean matches(HttpServletRequest request) {
        return request.getLocalPort() != management;
    }
}
