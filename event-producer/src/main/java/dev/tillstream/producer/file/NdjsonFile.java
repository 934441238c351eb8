package dev.tillstream.producer.file;

import dev.tillstream.contract.EventRejectedException;
import dev.tillstream.contract.StoreEvent;
import dev.tillstream.contract.json.EventCodec;
import dev.tillstream.producer.line.BadLineException;
import dev.tillstream.producer.line.LineReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A file with one event per line, each as a till sends it or in the bus's envelope. */
final class NdjsonFile implements EventFile {

    private final LineReader lines;
    private final EventCodec codec = new EventCodec();

    NdjsonFile(LineReader lines) {
        this.lines = lines;
    }

    @Override
    public @Nullable StoreEvent next() throws IOException, BadLineException {
        String text = lines.next();
        while (text != null && text.isBlank()) {
            text = lines.next();
        }
        if (text == null) {
            return null;
        }
        try {
            return codec.decode(text.getBytes(StandardCharsets.UTF_8));
        } catch (EventRejectedException e) {
            throw new BadLineException(String.valueOf(e.getMessage()), text);
        }
    }

    @Override
    public boolean skip() throws IOException {
        try {
            return lines.next() != null;
        } catch (BadLineException e) {
            return true;
        }
    }

    @Override
    public long line() {
        return lines.number();
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
