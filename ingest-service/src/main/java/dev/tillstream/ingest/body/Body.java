package dev.tillstream.ingest.body;

import dev.tillstream.ingest.problem.Problem;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.function.LongSupplier;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** The body of one request, inflated if need be, within its limits. */
public final class Body {

    private final InputStream raw;
    private final String encoding;
    private final BodyLimits limits;
    private final BodyMemory.Share memory;
    private final LongSupplier nanos;

    /** What is done with a body: all at once, or while it arrives. */
    @FunctionalInterface
    public interface Form {
        void read(InputStream body) throws IOException;
    }

    /**
     * A body that has not been read.
     *
     * @param encoding its Content-Encoding
     */
    public Body(
            InputStream raw,
            String encoding,
            BodyLimits limits,
            BodyMemory.Share memory,
            LongSupplier nanos) {
        this.raw = raw;
        this.encoding = encoding.strip().toLowerCase(Locale.ROOT);
        this.limits = limits;
        this.memory = memory;
        this.nanos = nanos;
    }

    /** Reads all of it, or ends in a problem that says what is wrong with it. */
    public void read(Form form) throws IOException {
        switch (encoding) {
            case "", "identity" -> form.read(held(timely(raw)));
            case "gzip", "x-gzip" -> inflate(form);
            default -> throw Problem.encodedBody(encoding);
        }
    }

    private void inflate(Form form) throws IOException {
        try {
            // The stream behind may be endless, and what it inflates to a thousand times larger.
            form.read(held(new GZIPInputStream(new LimitedInputStream(timely(raw), this::limit))));
        } catch (ZipException e) {
            throw Problem.unreadableBody("no gzip: " + e.getMessage());
        } catch (EOFException e) {
            throw Problem.unreadableBody("its gzip is cut off");
        }
    }

    /** What is read is held until the request ends. */
    private InputStream held(InputStream in) {
        long[] before = {0};
        return new LimitedInputStream(
                in,
                bytes -> {
                    limit(bytes);
                    memory.arrived(bytes - before[0]);
                    before[0] = bytes;
                });
    }

    private InputStream timely(InputStream in) {
        long end = nanos.getAsLong() + limits.maxTime().toNanos();
        return new LimitedInputStream(
                in,
                bytes -> {
                    if (nanos.getAsLong() - end > 0) {
                        throw Problem.bodyTooSlow(limits.maxTime());
                    }
                });
    }

    private void limit(long bytes) {
        if (bytes > limits.maxBytes()) {
            throw Problem.bodyTooLarge(limits.maxBytes());
        }
    }
}
