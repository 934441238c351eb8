package dev.tillstream.producer.file;

import dev.tillstream.contract.EventRejectedException;
import dev.tillstream.contract.StoreEvent;
import dev.tillstream.contract.json.EventCodec;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file with one event per line, each as a till sends it or in the bus's envelope. */
final class NdjsonFile implements EventFile {

    private final Path file;
    private final BufferedReader reader;
    private final EventCodec codec = new EventCodec();
    private long line;

    NdjsonFile(Path file, BufferedReader reader) {
        this.file = file;
        this.reader = reader;
    }

    @Override
    public @Nullable StoreEvent next() {
        try {
            String text = readLine();
            while (text != null && text.isBlank()) {
                text = readLine();
            }
            return text == null ? null : codec.decode(text.getBytes(StandardCharsets.UTF_8));
        } catch (EventRejectedException e) {
            throw new BadFileException(file, line, e.getMessage());
        } catch (IOException e) {
            throw FileFormat.failed(file, line, e);
        }
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    private @Nullable String readLine() throws IOException {
        line++;
        return reader.readLine();
    }
}
