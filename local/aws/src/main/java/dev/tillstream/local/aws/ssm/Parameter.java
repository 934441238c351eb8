package dev.tillstream.local.aws.ssm;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One version of a parameter. */
record Parameter(
        String name,
        String type,
        String value,
        int version,
        @Nullable String description,
        Instant modified) {

    static final String SECURE = "SecureString";

    /** What a reader gets: without decryption a secure value stays unreadable, as on AWS. */
    String value(boolean decrypted) {
        if (decrypted || !type.equals(SECURE)) {
            return value;
        }
        // No cipher, but nothing of the value can be read from it either, and it changes with it.
        return "encrypted:"
                + UUID.nameUUIDFromBytes((name + value).getBytes(StandardCharsets.UTF_8));
    }

    /** Is it under this path: directly, or at any depth? */
    boolean isUnder(String path, boolean recursive) {
        String folder = path.endsWith("/") ? path : path + "/";
        return name.startsWith(folder) && (recursive || name.indexOf('/', folder.length()) < 0);
    }
}
