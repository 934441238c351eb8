package dev.tillstream.producer.input;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts the bytes that went through; any thread may ask. */
public final class CountedStream extends FilterInputStream {

    private volatile long count;

    public CountedStream(InputStream in) {
        super(in);
    }

    public long count() {
        return count;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        add(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = super.read(bytes, offset, length);
        add(Math.max(0, read));
        return read;
    }

    @Override
    public long skip(long length) throws IOException {
        long skipped = super.skip(length);
        add(skipped);
        return skipped;
    }

    // One thread reads.
    @SuppressWarnings("NonAtomicVolatileUpdate")
    private void add(long bytes) {
        count += bytes;
    }
}
