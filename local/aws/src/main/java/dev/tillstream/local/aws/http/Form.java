package dev.tillstream.local.aws.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.server.Request;

/** The fields of a call in the query protocol, from the URL's query or the body. */
public record Form(Map<String, String> fields) {

    public Form {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    public static Form of(Request request, byte[] body) {
        Map<String, String> fields = new LinkedHashMap<>();
        String query = request.getHttpURI().getQuery();
        read(query == null ? "" : query, fields);
        read(new String(body, StandardCharsets.UTF_8), fields);
        return new Form(fields);
    }

    /** Empty when the form names no operation. */
    public String action() {
        return find("Action").orElse("");
    }

    public Optional<String> find(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    private static void read(String text, Map<String, String> fields) {
        for (String field : text.split("&", -1)) {
            int equals = field.indexOf('=');
            if (equals > 0) {
                fields.put(
                        decoded(field.substring(0, equals)), decoded(field.substring(equals + 1)));
            }
        }
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            // A lonely percent sign is one.
            return text;
        }
    }
}
