package dev.tillstream.producer.line;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a stream of bytes, as strict UTF-8. It holds one line at most, and of that no more
 * than it takes.
 */
public final class LineReader implements Closeable {

    /** More than an event may have, with room for how a file writes it. */
    public static final int LONGEST = 1 << 19;

    private static final int SHOWN = 200;
    private static final int NOT_TEXT = 0xFFFD;

    private final InputStream in;
    private final int longest;
    private final byte[] buffer = new byte[1 << 16];
    private int position;
    private int limit;
    private byte[] carried = new byte[0];
    private boolean tooLong;
    private long number;

    public LineReader(InputStream in) {
        this(in, LONGEST);
    }

    LineReader(InputStream in, int longest) {
        this.in = in;
        this.longest = longest;
    }

    /**
     * The next line without its end, which is LF or CRLF; null behind the last one.
     *
     * @throws BadLineException if it is too long or no UTF-8
     */
    public @Nullable String next() throws IOException, BadLineException {
        carried = new byte[0];
        tooLong = false;
        boolean started = false;
        while (fill()) {
            started = true;
            int end = lineEnd();
            if (end >= 0) {
                number++;
                int from = position;
                position = end + 1;
                return text(from, end);
            }
            carry(position, limit);
            position = limit;
        }
        if (!started) {
            return null;
        }
        number++;
        return text(position, position);
    }

    /** The number of the last line, from 1. */
    public long number() {
        return number;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private boolean fill() throws IOException {
        if (position < limit) {
            return true;
        }
        position = 0;
        limit = Math.max(0, in.readNBytes(buffer, 0, buffer.length));
        return limit > 0;
    }

    private int lineEnd() {
        for (int i = position; i < limit; i++) {
            if (buffer[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    private void carry(int from, int end) {
        int more = end - from;
        if (carried.length + more > longest) {
            tooLong = true;
            more = Math.min(more, SHOWN - Math.min(SHOWN, carried.length));
        }
        if (more > 0) {
            int old = carried.length;
            carried = Arrays.copyOf(carried, old + more);
            System.arraycopy(buffer, from, carried, old, more);
        }
    }

    private String text(int begin, int end) throws BadLineException {
        byte[] bytes = buffer;
        int from = begin;
        int to = end;
        if (carried.length > 0 || tooLong || to - from > longest) {
            carry(begin, end);
            bytes = carried;
            from = 0;
            to = bytes.length;
        }
        if (to > from && bytes[to - 1] == '\r') {
            to--;
        }
        String text = new String(bytes, from, to - from, UTF_8);
        if (tooLong) {
            throw new BadLineException(
                    "has more than " + longest + " bytes",
                    text.substring(0, Math.min(SHOWN, text.length())));
        }
        if (text.indexOf(NOT_TEXT) >= 0 && !isUtf8(bytes, from, to)) {
            throw new BadLineException("isn't UTF-8 text", text);
        }
        return number == 1 && text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** The character that stands for broken bytes may be there in its own right. */
    private static boolean isUtf8(byte[] bytes, int from, int to) {
        try {
            UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, from, to - from));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
