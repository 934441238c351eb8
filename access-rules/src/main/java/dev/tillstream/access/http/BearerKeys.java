package dev.tillstream.access.http;

import dev.tillstream.access.key.AccessKey;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AuthenticationConverter;

/** Finds the key of a request: {@code Authorization: Bearer till_...}. */
final class BearerKeys implements AuthenticationConverter {

    private static final String SCHEME = "Bearer ";

    @Override
    public @Nullable Authentication convert(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null) {
            return null;
        }
        if (!header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw new BadCredentialsException("Authorization must be: Bearer, and a key.");
        }
        return AccessKey.parse(header.substring(SCHEME.length()).strip())
                .map(KeyAuthentication::new)
                .orElseThrow(() ->
                        new BadCredentialsException(
                                "This is not a key: one begins with till_ and has 91 characters."));
    }
}
