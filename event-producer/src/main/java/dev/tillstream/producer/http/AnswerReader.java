package dev.tillstream.producer.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * Reads what ingest answers: {@code {"items":[{"status":202},{"status":400,...}]}}, or one status
 * for all.
 */
final class AnswerReader {

    private static final int LONGEST_REASON = 300;

    private final ObjectMapper json = new ObjectMapper();

    /**
     * A verdict on each event.
     *
     * @param size how many events were sent
     */
    List<Answer.Item> read(int status, byte[] body, int size) {
        JsonNode items = parse(body).path("items");
        if (items.size() != size) {
            return Collections.nCopies(size, item(status, "HTTP " + status + " " + text(body)));
        }
        List<Answer.Item> read = new ArrayList<>(size);
        for (JsonNode each : items) {
            read.add(item(each.path("status").asInt(status), each.toString()));
        }
        return read;
    }

    private JsonNode parse(byte[] body) {
        try {
            return json.readTree(body);
        } catch (JacksonException e) {
            // A proxy's page, for example: the status speaks for itself.
            return json.missingNode();
        }
    }

    private static Answer.Item item(int status, String reason) {
        String said =
                reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) : reason;
        return new Answer.Item(Verdict.of(status), said);
    }

    private static String text(byte[] body) {
        return new String(body, StandardCharsets.UTF_8).strip();
    }
}
