package dev.tillstream.producer.file;

import dev.tillstream.contract.StoreEvent;
import dev.tillstream.producer.EventSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * The events of a file, which is read twice: first to the end, so that nothing of a bad file is
 * ever sent.
 */
public final class FileSource implements EventSource {

    private final EventFile events;
    private final long size;

    private FileSource(EventFile events, long size) {
        this.events = events;
        this.size = size;
    }

    /**
     * Checks the whole file before anything of it is handed out.
     *
     * @throws BadFileException if the file isn't there, or a line of it is no event
     */
    public static FileSource open(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new BadFileException(
                    file, Files.exists(file) ? "is not a file" : "there is no such file");
        }
        FileFormat format = FileFormat.of(file);
        return new FileSource(format.open(file), count(file, format));
    }

    @Override
    public List<StoreEvent> next(int limit) {
        List<StoreEvent> batch = new ArrayList<>(limit);
        while (batch.size() < limit) {
            StoreEvent event = events.next();
            if (event == null) {
                break;
            }
            batch.add(event);
        }
        return batch;
    }

    @Override
    public OptionalLong size() {
        return OptionalLong.of(size);
    }

    @Override
    public void close() {
        close(events);
    }

    private static long count(Path file, FileFormat format) {
        EventFile events = format.open(file);
        try {
            long count = 0;
            while (events.next() != null) {
                count++;
            }
            return count;
        } finally {
            close(events);
        }
    }

    private static void close(EventFile events) {
        try {
            events.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
