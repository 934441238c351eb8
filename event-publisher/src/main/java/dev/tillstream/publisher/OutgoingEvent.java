package dev.tillstream.publisher;

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

    /** As UTF-8, without writing it: this is asked often, and of large texts. */
    private static int bytes(String text) {
        int bytes = text.length();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                // Two bytes; three from U+0800 on; four for a pair of surrogates, so two each.
                bytes += c < 0x800 || Character.isSurrogate(c) ? 1 : 2;
            }
        }
        return bytes;
    }

    private static void requireText(String value, String name) {
        if (value.isBlank()) {
            throw new IllegalArgumentException(name + " is blank");
        }
    }
}
