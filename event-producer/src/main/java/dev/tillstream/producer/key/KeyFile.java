package dev.tillstream.producer.key;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * A file with one key: the key alone, or the header that carries it, which {@code curl -H @FILE}
 * takes as it is.
 */
public final class KeyFile {

    private static final String HEADER = "Authorization: Bearer ";

    private KeyFile() {}

    /** What such a file says. */
    public static String text(String key) {
        return HEADER + key + "\n";
    }

    /**
     * The key of a file.
     *
     * @throws BadKeyFileException if there is no such file, or no key in it
     */
    public static String read(Path file) {
        String text;
        try {
            text = Files.readString(file).strip();
        } catch (IOException e) {
            throw new BadKeyFileException("can't read the key in " + file);
        }
        boolean hasHeader =
                text.toLowerCase(Locale.ROOT).startsWith(HEADER.toLowerCase(Locale.ROOT));
        String key = hasHeader ? text.substring(HEADER.length()).strip() : text;
        // What the file says instead is not repeated: it may be half a key.
        if (!key.matches("[A-Za-z0-9._~+/=-]{1,512}")) {
            throw new BadKeyFileException(
                    file + " must hold one key, alone or as " + HEADER.strip() + " KEY");
        }
        return key;
    }
}
