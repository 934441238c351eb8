package dev.tillstream.producer.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * Reads what ingest answers: an item for each event, {@code {"status":"accepted",..}} or {@code
 * {"status":"rejected","error":{"code":..,"field":..,"reason":..,"retryable":..}}}; without items
 * the HTTP status goes for all.
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
            String reason = "HTTP " + status + " " + text(body);
            return Collections.nCopies(size, new Answer.Item(Verdict.of(status), reason));
        }
        List<Answer.Item> read = new ArrayList<>(size);
        for (JsonNode each : items) {
            read.add(item(each));
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

    private static Answer.Item item(JsonNode item) {
        JsonNode error = item.path("error");
        if (item.path("status").asString("").equals("accepted")) {
            return new Answer.Item(Verdict.ACCEPTED, "");
        }
        String reason =
                "%s %s (%s)"
                        .formatted(
                                error.path("field").asString(""),
                                error.path("reason").asString(""),
                                error.path("code").asString("no code"));
        boolean again = error.path("retryable").asBoolean(false);
        return new Answer.Item(again ? Verdict.AGAIN : Verdict.REJECTED, reason.strip());
    }

    private static String text(byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8).strip();
        return text.length() > LONGEST_REASON ? text.substring(0, LONGEST_REASON) : text;
    }
}
