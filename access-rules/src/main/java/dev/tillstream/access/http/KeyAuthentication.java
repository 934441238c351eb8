package dev.tillstream.access.http;

import dev.tillstream.access.key.AccessKey;
import java.io.Serial;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** A key that was presented; once it is found good, its owner. */
final class KeyAuthentication extends AbstractAuthenticationToken {

    @Serial private static final long serialVersionUID = 1;

    private final transient @Nullable AccessKey key;
    private final transient @Nullable Caller caller;

    /** Not judged yet. */
    KeyAuthentication(AccessKey key) {
        super(List.of());
        this.key = key;
        this.caller = null;
    }

    /** Judged good; the key is forgotten. */
    KeyAuthentication(Caller caller) {
        super(List.of(new SimpleGrantedAuthority(caller.role().name())));
        this.key = null;
        this.caller = caller;
        setAuthenticated(true);
    }

    @Nullable AccessKey key() {
        return key;
    }

    /** Never the key: who logs an authentication must not find one. */
    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public @Nullable Object getPrincipal() {
        return caller;
    }
}
