package dev.tillstream.producer.file;

import dev.tillstream.contract.StoreEvent;
import dev.tillstream.producer.EventSource;
import dev.tillstream.producer.form.Mapping;
import dev.tillstream.producer.input.CountedStream;
import dev.tillstream.producer.input.Input;
import dev.tillstream.producer.line.BadLineException;
import dev.tillstream.producer.line.LineReader;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The events of a file, read while they are sent: a large one needs no more memory than a small
 * one. Lines that are no events are put aside.
 */
public final class FileSource implements EventSource {

    private static final int BUFFER = 1 << 16;

    private final Input input;
    private final CountedStream bytes;
    private final EventFile events;
    private final Rejects rejects;
    private @Nullable BadFileException failure;

    private FileSource(Input input, CountedStream bytes, EventFile events, Rejects rejects) {
        this.input = input;
        this.bytes = bytes;
        this.events = events;
        this.rejects = rejects;
    }

    /**
     * Opens a file and checks its header.
     *
     * @param format null for what its name says
     * @param mapping which column holds what; null for what the header says
     * @throws BadFileException if nothing of it can be sent
     */
    public static FileSource open(
            Input input, @Nullable FileFormat format, @Nullable Mapping mapping, Rejects rejects) {
        FileFormat known = format == null ? FileFormat.of(input.name()) : format;
        if (known == FileFormat.NDJSON && mapping != null) {
            throw new BadFileException(input.name(), "events as JSON take no mapping");
        }
        try {
            CountedStream bytes = new CountedStream(input.open());
            LineReader lines = new LineReader(unzipped(bytes));
            return new FileSource(input, bytes, known.open(input, lines, mapping), rejects);
        } catch (IOException e) {
            throw new BadFileException(input.name(), "can't be read: " + e.getMessage());
        }
    }

    @Override
    public List<StoreEvent> next(int limit) {
        List<StoreEvent> batch = new ArrayList<>(limit);
        try {
            if (failure == null) {
                fill(batch, limit);
            }
        } catch (IOException e) {
            failure =
                    new BadFileException(
                            input.name(), events.line(), "can't be read: " + e.getMessage());
        }
        // What was read before it is not lost.
        if (failure != null && batch.isEmpty()) {
            throw failure;
        }
        return batch;
    }

    /** Passes over what begins on the first lines, the header among them. */
    public void skipLines(long last) {
        try {
            long skipped = events.line();
            while (skipped < last && events.skip()) {
                skipped = events.line();
            }
        } catch (IOException e) {
            throw new BadFileException(
                    input.name(), events.line(), "can't be read: " + e.getMessage());
        }
    }

    /** The line on which the last event begins that was handed out or put aside. */
    public long line() {
        return events.line();
    }

    public Rejects rejects() {
        return rejects;
    }

    @Override
    public OptionalDouble done() {
        return input.size() == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(Math.min(1, (double) bytes.count() / input.size()));
    }

    @Override
    public Optional<String> omissions() {
        return rejects.count() == 0
                ? Optional.empty()
                : Optional.of(
                        "%s: lines that are no events: %d, in %s"
                                .formatted(input.name(), rejects.count(), rejects.file()));
    }

    @Override
    public void close() {
        try (rejects) {
            events.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void fill(List<StoreEvent> batch, int limit) throws IOException {
        while (batch.size() < limit) {
            try {
                StoreEvent event = events.next();
                if (event == null) {
                    return;
                }
                batch.add(event);
            } catch (BadLineException e) {
                if (!rejects.add(events.line(), e.reason(), e.text())) {
                    failure =
                            new BadFileException(
                                    input.name(),
                                    events.line(),
                                    rejects.takesAny()
                                            ? e.reason()
                                                    + "; too many such lines, see "
                                                    + rejects.file()
                                            : e.reason());
                    return;
                }
            }
        }
    }

    /** Told by its first bytes, whatever it is called. */
    private static InputStream unzipped(InputStream in) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(in, BUFFER);
        buffered.mark(2);
        boolean zipped = buffered.read() == 0x1F && buffered.read() == 0x8B;
        buffered.reset();
        return zipped ? new GZIPInputStream(buffered, BUFFER) : buffered;
    }
}
