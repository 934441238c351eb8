package dev.tillstream.access.http;

import dev.tillstream.access.key.Role;
import dev.tillstream.access.key.StoredKey;
import dev.tillstream.contract.StoreId;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import org.jspecify.annotations.Nullable;

/**
 * Who sends a request: the owner of a key.
 *
 * @param keyId the part of the key that is no secret
 * @param store whose events it may send, with the role {@code store}
 */
public record Caller(String keyId, Role role, @Nullable StoreId store) implements Principal {

    static Caller of(StoredKey key) {
        return new Caller(key.id(), key.role(), key.store());
    }

    /** Who sends that request, which the rules have let in. */
    public static Caller of(HttpServletRequest request) {
        if (request.getUserPrincipal() instanceof KeyAuthentication key
                && key.getPrincipal() instanceof Caller caller) {
            return caller;
        }
        throw new IllegalStateException("no rule asks for a key here");
    }

    /** Whether it may send events of that store. */
    public boolean maySendFor(StoreId other) {
        return switch (role) {
            case STORE -> other.equals(store);
            case ADMIN -> true;
            case READER -> false;
        };
    }

    /** The key's id. */
    @Override
    public String getName() {
        return keyId;
    }
}
