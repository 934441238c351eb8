package dev.tillstream.local.aws.conformance;

import dev.tillstream.local.aws.protocol.WireFormat;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One call as it was on the wire.
 *
 * @param errorHeader {@code x-amzn-ErrorType}, empty where there is none
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record Exchange(int status, String contentType, String errorHeader, byte[] body) {

    private static final Pattern XML_CODE = Pattern.compile("<Code>([^<]+)</Code>");

    boolean isJson() {
        return contentType.contains("json") || contentType.contains("cbor");
    }

    JsonNode json() {
        if (body.length == 0) {
            return JsonMapper.shared().createObjectNode();
        }
        return contentType.contains("cbor")
                ? WireFormat.CBOR.read(body)
                : JsonMapper.shared().readTree(body);
    }

    /** The error code without the namespace that some services put before it. */
    Optional<String> errorCode() {
        if (status < 400) {
            return Optional.empty();
        }
        if (isJson()) {
            String type = json().path("__type").asString(errorHeader);
            return Optional.of(type.substring(type.indexOf('#') + 1));
        }
        Matcher code = XML_CODE.matcher(text());
        return Optional.of(code.find() ? code.group(1) : "status " + status);
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
