package dev.tillstream.warehouse.http;

import dev.tillstream.contract.Sku;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A position as clients carry it: opaque, so that nobody comes to rely on its form. */
record Cursor(Sku sku) {

    /** Spring makes a request parameter of this; what it throws becomes a 400. */
    public static Cursor valueOf(String text) {
        byte[] plain = Base64.getUrlDecoder().decode(text);
        return new Cursor(new Sku(new String(plain, StandardCharsets.UTF_8)));
    }

    String encode() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(sku.value().getBytes(StandardCharsets.UTF_8));
    }
}
