package dev.tillstream.ingest.quarantine;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;

/**
 * One line of an object in quarantine.
 *
 * @param time when it was refused
 * @param code why, for programs
 * @param field where, a JSON pointer into the item
 * @param reason why, for people
 * @param store the store it names; empty if none can be found
 * @param bytes how many the item had
 * @param body the item, or its beginning
 */
@JsonPropertyOrder({"time", "code", "field", "reason", "store", "bytes", "body"})
record RefusedItem(
        Instant time,
        String code,
        String field,
        String reason,
        String store,
        int bytes,
        String body) {}
