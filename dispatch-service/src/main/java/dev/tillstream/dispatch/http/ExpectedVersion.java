package dev.tillstream.dispatch.http;

import java.util.Arrays;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The header If-Match: the versions of an order, as ETags, that a client means.
 *
 * @param header null when the client means whatever version there is
 */
record ExpectedVersion(@Nullable String header) implements IntPredicate {

    /** A weak ETag never matches here (RFC 9110, 13.1.1). */
    @Override
    public boolean test(int version) {
        if (header == null || header.strip().equals("*")) {
            return true;
        }
        String wanted = etag(version);
        return Arrays.stream(header.split(",")).map(String::strip).anyMatch(wanted::equals);
    }

    static String etag(int version) {
        return "\"" + version + "\"";
    }
}
