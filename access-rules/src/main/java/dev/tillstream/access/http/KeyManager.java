package dev.tillstream.access.http;

import dev.tillstream.access.key.AccessKey;
import dev.tillstream.access.known.KnownKeys;
import dev.tillstream.access.known.Verdict;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;

/** Turns a presented key into its owner. */
record KeyManager(KnownKeys keys) implements AuthenticationManager {

    @Override
    public Authentication authenticate(Authentication presented) {
        AccessKey key = presented instanceof KeyAuthentication of ? of.key() : null;
        if (key == null) {
            throw new BadCredentialsException("not a key");
        }
        return switch (keys.judge(key)) {
            case Verdict.Good(var stored) -> new KeyAuthentication(Caller.of(stored));
            // One answer for all: which ids there are is nobody's business.
            case Verdict.Bad() ->
                    throw new BadCredentialsException(
                            "This key is not known here, or not good any more.");
            case Verdict.Unclear() ->
                    throw new AuthenticationServiceException("The keys can't be asked for now.");
        };
    }
}
