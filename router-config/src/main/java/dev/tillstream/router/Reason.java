package dev.tillstream.router;

import java.nio.file.NoSuchFileException;

/** What went wrong, in one line. */
final class Reason {

    private Reason() {}

    static String of(Throwable exception) {
        Throwable cause = exception.getCause();
        String message = String.valueOf(exception.getMessage()).lines().findFirst().orElse("");
        if (cause instanceof NoSuchFileException) {
            return message + ": no such file";
        }
        return cause == null || message.contains(String.valueOf(cause.getMessage()))
                ? message
                : message + ": " + of(cause);
    }
}
