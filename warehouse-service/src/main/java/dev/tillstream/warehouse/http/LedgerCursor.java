package dev.tillstream.warehouse.http;

import dev.tillstream.warehouse.stock.LedgerPosition;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;

/** A position in a ledger as clients carry it: opaque. */
record LedgerCursor(LedgerPosition position) {

    /** Spring makes a request parameter of this; what it throws becomes a 400. */
    public static LedgerCursor valueOf(String text) {
        String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII);
        String[] parts = plain.split(" ", 2);
        if (parts.length != 2 || !parts[1].matches("[0-9a-f]{32}")) {
            throw new IllegalArgumentException("not a cursor: " + text);
        }
        return new LedgerCursor(
                new LedgerPosition(Instant.ofEpochSecond(Long.parseLong(parts[0])), parts[1]));
    }

    String encode() {
        String plain = position.occurred().getEpochSecond() + " " + position.changeId();
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(plain.getBytes(StandardCharsets.US_ASCII));
    }
}
