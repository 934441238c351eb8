package dev.tillstream.producer.file;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How a file holds events: told by how its name ends. */
enum FileFormat {
    ONLINE_RETAIL_CSV,
    NDJSON;

    static FileFormat of(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".csv")) {
            return ONLINE_RETAIL_CSV;
        }
        if (name.endsWith(".ndjson") || name.endsWith(".jsonl")) {
            return NDJSON;
        }
        throw new BadFileException(
                file, "its name must end in .csv (Online Retail), .ndjson or .jsonl");
    }

    EventFile open(Path file) {
        try {
            // Throws on bytes that aren't UTF-8, instead of replacing them.
            BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8);
            return switch (this) {
                case ONLINE_RETAIL_CSV -> new OnlineRetailFile(file, reader);
                case NDJSON -> new NdjsonFile(file, reader);
            };
        } catch (IOException e) {
            throw failed(file, 1, e);
        }
    }

    /** Says what reading a file failed with; the reader is some lines ahead of the parser. */
    static BadFileException failed(Path file, long line, @Nullable IOException e) {
        if (e instanceof CharacterCodingException) {
            return new BadFileException(
                    file, "isn't UTF-8 text, somewhere behind line " + Math.max(0, line - 1));
        }
        String message = e == null ? "" : ": " + e.getMessage();
        return new BadFileException(file, line, "can't be read" + message);
    }
}
