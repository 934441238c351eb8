package dev.tillstream.producer.input;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file of this machine. */
public record LocalInput(Path file, long size) implements Input {

    /**
     * A file that is there.
     *
     * @throws UnreadableException if it isn't
     */
    public static LocalInput of(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new UnreadableException(
                    file + ": " + (Files.exists(file) ? "is not a file" : "there is no such file"));
        }
        try {
            return new LocalInput(file, Files.size(file));
        } catch (IOException e) {
            throw new UnreadableException(file + ": can't be read: " + e.getMessage());
        }
    }

    @Override
    public String name() {
        return file.toString();
    }

    /** Without its folder: the same file elsewhere has the same events. */
    @Override
    public String identity() {
        return Identity.of(String.valueOf(file.getFileName()));
    }

    @Override
    public String version() {
        return Long.toString(size);
    }

    @Override
    public InputStream open() throws IOException {
        return Files.newInputStream(file);
    }
}
