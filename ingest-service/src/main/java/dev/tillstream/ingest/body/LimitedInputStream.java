package dev.tillstream.ingest.body;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;

/** A stream that reports each byte it gives, so that somebody can end it in a problem. */
final class LimitedInputStream extends FilterInputStream {

    private final LongConsumer observer;
    private long read;

    /** The observer is told how many bytes there were so far, the last ones included. */
    LimitedInputStream(InputStream in, LongConsumer observer) {
        super(in);
        this.observer = observer;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        count(value < 0 ? 0 : 1);
        return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        count(Math.max(count, 0));
        return count;
    }

    private void count(int bytes) {
        read += bytes;
        observer.accept(read);
    }
}
