package dev.tillstream.producer.file;

import java.io.Serial;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A file can't be sent; the message names the file, the line and the column where there are any.
 */
public final class BadFileException extends RuntimeException {

    @Serial private static final long serialVersionUID = 1;

    BadFileException(Path file, @Nullable String reason) {
        super(file + ": " + reason);
    }

    BadFileException(Path file, long line, @Nullable String reason) {
        super(file + ", line " + line + ": " + reason);
    }
}
