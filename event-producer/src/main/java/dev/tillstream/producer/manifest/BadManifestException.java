package dev.tillstream.producer.manifest;

import java.io.Serial;

/** A manifest, or what is remembered of it, can't be worked with; the message says all. */
public final class BadManifestException extends RuntimeException {

    @Serial private static final long serialVersionUID = 1;

    BadManifestException(String message) {
        super(message);
    }

    /** Because of something else. */
    public BadManifestException(String message, Throwable cause) {
        super(message, cause);
    }
}
