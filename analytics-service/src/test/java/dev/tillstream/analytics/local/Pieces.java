package dev.tillstream.analytics.local;

import java.io.InputStream;
import java.util.Arrays;

/** Bytes that come as a pipe gives them: some at a time, whatever the lines are. */
final class Pieces extends InputStream {

    private final byte[] bytes;
    private final int size;
    private int position;

    Pieces(byte[] bytes, int size) {
        this.bytes = bytes;
        this.size = size;
    }

    @Override
    public int read() {
        return position == bytes.length ? -1 : bytes[position++] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int room) {
        byte[] some =
                Arrays.copyOfRange(
                        bytes, position, Math.min(bytes.length, position + Math.min(size, room)));
        System.arraycopy(some, 0, into, from, some.length);
        position += some.length;
        return some.length == 0 ? -1 : some.length;
    }
}
