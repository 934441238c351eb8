package dev.tillstream.analytics.quarantine;

import dev.tillstream.analytics.window.Rejection;
import dev.tillstream.contract.StoreEvent;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A rejected record as one JSON object: why, from where, and all of its bytes; when it could be
 * read, also {@code identity}, by which a record that is kept twice is still one, and {@code view}
 * if other views could count it.
 */
public final class RejectionJson {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final String stream;
    private final String shard;

    public RejectionJson(String stream, String shard) {
        this.stream = stream;
        this.shard = shard;
    }

    /** Without a line break. */
    public String write(Rejection rejection) {
        ObjectNode json = JSON.createObjectNode();
        json.put("reason", rejection.reason().toString());
        json.put("explanation", rejection.explanation());
        json.put("stream", stream);
        json.put("shard", shard);
        json.put("sequence_number", rejection.source().sequence());
        json.put("arrived", rejection.source().arrived().toString());
        StoreEvent event = rejection.event();
        if (event != null) {
            json.put("identity", event.identity().id());
            json.put("detail_type", event.detailType());
            json.put("store_id", event.storeId().value());
            json.put("time", event.time().toString());
        }
        if (rejection.view() != null) {
            json.put("view", rejection.view());
        }
        putData(json, rejection.source().data());
        return JSON.writeValueAsString(json);
    }

    /** Readable if it is text, exact in any case. */
    private static void putData(ObjectNode json, ByteBuffer data) {
        try {
            // Throws instead of replacing what is no UTF-8.
            json.put(
                    "data",
                    StandardCharsets.UTF_8.newDecoder().decode(data.duplicate()).toString());
        } catch (CharacterCodingException e) {
            ByteBuffer encoded = Base64.getEncoder().encode(data.duplicate());
            json.put("data_base64", StandardCharsets.US_ASCII.decode(encoded).toString());
        }
    }
}
