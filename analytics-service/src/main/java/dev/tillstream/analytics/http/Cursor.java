package dev.tillstream.analytics.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A position in a view as clients carry it: opaque, so that nobody comes to rely on its form. */
record Cursor(String window) {

    /** Spring makes a request parameter of this; what it throws becomes a 400. */
    public static Cursor valueOf(String text) {
        return new Cursor(new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8));
    }

    String encode() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(window.getBytes(StandardCharsets.UTF_8));
    }
}
