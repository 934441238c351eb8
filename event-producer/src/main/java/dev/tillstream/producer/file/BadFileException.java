package dev.tillstream.producer.file;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A file can't be sent; the message names the file, and the line where there is one. */
public final class BadFileException extends RuntimeException {

    @Serial private static final long serialVersionUID = 1;

    BadFileException(String file, @Nullable String reason) {
        super(file + ": " + reason);
    }

    BadFileException(String file, long line, @Nullable String reason) {
        super(file + ", line " + line + ": " + reason);
    }
}
