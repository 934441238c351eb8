package dev.tillstream.ingest.body;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reads NDJSON, one event a line, and hands it on in chunks, so that a body is never held as a
 * whole.
 */
public final class LineItems {

    private static final int BUFFER = 16 * 1024;
    private static final int MAX_CHUNK_BYTES = 1024 * 1024;

    private final int maxItems;
    private final Consumer<List<byte[]>> chunks;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private List<byte[]> chunk = new ArrayList<>();
    private int chunkBytes;

    /** Chunks of at most so many items go to the consumer. */
    public LineItems(int maxItems, Consumer<List<byte[]>> chunks) {
        this.maxItems = maxItems;
        this.chunks = chunks;
    }

    /** Reads to the end. */
    public void read(InputStream body) throws IOException {
        byte[] buffer = new byte[BUFFER];
        for (int length = body.read(buffer); length >= 0; length = body.read(buffer)) {
            split(buffer, length);
        }
        endOfLine();
        flush();
    }

    private void split(byte[] buffer, int length) {
        int start = 0;
        for (int i = 0; i < length; i++) {
            if (buffer[i] == '\n') {
                line.write(buffer, start, i - start);
                endOfLine();
                start = i + 1;
            }
        }
        line.write(buffer, start, length - start);
    }

    private void endOfLine() {
        byte[] item = line.toByteArray();
        line.reset();
        if (isBlank(item)) {
            return;
        }
        chunk.add(item);
        chunkBytes += item.length;
        if (chunk.size() == maxItems || chunkBytes >= MAX_CHUNK_BYTES) {
            flush();
        }
    }

    private void flush() {
        if (!chunk.isEmpty()) {
            chunks.accept(chunk);
            chunk = new ArrayList<>();
            chunkBytes = 0;
        }
    }

    private static boolean isBlank(byte[] item) {
        for (byte b : item) {
            if (b != ' ' && b != '\t' && b != '\r') {
                return false;
            }
        }
        return true;
    }
}
