package dev.tillstream.access.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import tools.jackson.databind.json.JsonMapper;

/**
 * Says as problem+json why a request goes no further: 401 without a good key, 403 with one of
 * another role, 503 while nobody can tell, 400 for what no service should see. Counted as {@code
 * tillstream.access.refused}, by {@code reason}.
 */
final class AccessProblems
        implements AuthenticationEntryPoint, AccessDeniedHandler, RequestRejectedHandler {

    private static final String CHALLENGE = "Bearer realm=\"tillstream\"";

    private final JsonMapper json = new JsonMapper();
    private final MeterRegistry meters;
    private final long retryAfterSeconds;

    AccessProblems(MeterRegistry meters, long retryAfterSeconds) {
        this.meters = meters;
        this.retryAfterSeconds = retryAfterSeconds;
    }

    @Override
    public void commence(
            HttpServletRequest request,
            HttpServletResponse response,
            AuthenticationException reason)
            throws IOException {
        switch (reason) {
            case AuthenticationServiceException unclear -> {
                response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(retryAfterSeconds));
                write(
                        request,
                        response,
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "keys-unavailable",
                        "The keys can't be asked for now. Send it again.");
            }
            case BadCredentialsException bad -> {
                challenge(response, "invalid_token");
                write(
                        request,
                        response,
                        HttpStatus.UNAUTHORIZED,
                        "bad-key",
                        String.valueOf(bad.getMessage()));
            }
            default -> {
                challenge(response, null);
                write(
                        request,
                        response,
                        HttpStatus.UNAUTHORIZED,
                        "no-key",
                        "A key is needed: Authorization: Bearer till_...");
            }
        }
    }

    @Override
    public void handle(
            HttpServletRequest request, HttpServletResponse response, AccessDeniedException reason)
            throws IOException {
        challenge(response, "insufficient_scope");
        String role =
                request.getUserPrincipal() instanceof KeyAuthentication key
                                && key.getPrincipal() instanceof Caller caller
                        ? caller.role().title()
                        : "unknown";
        write(
                request,
                response,
                HttpStatus.FORBIDDEN,
                "wrong-role",
                "A key of the role %s may not do this.".formatted(role));
    }

    /** Paths and headers that could mean one thing here and another behind it. */
    @Override
    public void handle(
            HttpServletRequest request,
            HttpServletResponse response,
            RequestRejectedException reason)
            throws IOException {
        write(
                request,
                response,
                HttpStatus.BAD_REQUEST,
                "bad-request",
                "The path or a header has characters that are not taken here.");
    }

    private static void challenge(HttpServletResponse response, @Nullable String error) {
        response.setHeader(
                HttpHeaders.WWW_AUTHENTICATE,
                error == null ? CHALLENGE : CHALLENGE + ", error=\"" + error + "\"");
    }

    private void write(
            HttpServletRequest request,
            HttpServletResponse response,
            HttpStatus status,
            String type,
            String detail)
            throws IOException {
        count(type);
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", "urn:tillstream:problem:" + type);
        problem.put("title", status.getReasonPhrase());
        problem.put("status", status.value());
        problem.put("detail", detail);
        problem.put("instance", request.getRequestURI());
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsString(problem).getBytes(UTF_8));
    }

    private void count(String reason) {
        Counter.builder("tillstream.access.refused")
                .description("Requests refused before they were looked at")
                .tag("reason", reason)
                .register(meters)
                .increment();
    }
}
