package dev.tillstream.dispatch.http;

import dev.tillstream.dispatch.order.OrderId;
import dev.tillstream.dispatch.order.OrderPosition;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;

/** A position as clients carry it: opaque, so that nobody comes to rely on its form. */
record Cursor(OrderPosition position) {

    /** Spring makes a request parameter of this; what it throws becomes a 400. */
    public static Cursor valueOf(String text) {
        String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII);
        String[] parts = plain.split(" ", 2);
        if (parts.length != 2) {
            throw new IllegalArgumentException("not a cursor: " + text);
        }
        Instant placedAt = Instant.ofEpochSecond(Long.parseLong(parts[0]));
        return new Cursor(new OrderPosition(placedAt, new OrderId(parts[1])));
    }

    String encode() {
        String plain = position.placedAt().getEpochSecond() + " " + position.orderId();
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(plain.getBytes(StandardCharsets.US_ASCII));
    }
}
