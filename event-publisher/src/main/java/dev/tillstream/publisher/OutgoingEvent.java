package dev.tillstream.publisher;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.List;

/**
 * What is put on the bus: the envelope's fields that a sender chooses.
 *
 * @param source who sends it, such as {@code tillstream.ingest}
 * @param detailType what it is; a rule on the bus matches it
 * @param detail the event itself, one JSON object
 * @param time when it happened; the bus carries whole seconds
 * @param resources what it concerns; mostly empty
 */
public record OutgoingEvent(
        String source, String detailType, String detail, Instant time, List<String> resources) {

    private static final int BYTES_OF_A_TIME = 14;

    public OutgoingEvent {
        requireText(source, "source");
        requireText(detailType, "detailType");
        requireText(detail, "detail");
        resources = List.copyOf(resources);
    }

    public OutgoingEvent(String source, String detailType, String detail, Instant time) {
        this(source, detailType, detail, time, List.of());
    }

    /** Its size in bytes as PutEvents counts it. */
    public int size() {
        return BYTES_OF_A_TIME
                + bytes(source)
                + bytes(detailType)
                + bytes(detail)
                + resources.stream().mapToInt(OutgoingEvent::bytes).sum();
    }

    private static int bytes(String text) {
        return text.getBytes(UTF_8).length;
    }

    private static void requireText(String value, String name) {
        if (value.isBlank()) {
            throw new IllegalArgumentException(name + " is blank");
        }
    }
}
