package dev.tillstream.analytics.local;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a stream, read ahead by a thread of their own, so that time goes on while none come.
 * At most {@value #AHEAD} pieces of {@value #PIECE} bytes are ahead, and of a line no more than
 * {@value #LONGEST} bytes are kept.
 */
final class Lines {

    /** More than an event may have, so that what is kept is seen to be too long. */
    static final int LONGEST = 1 << 20;

    private static final int PIECE = 1 << 16;
    private static final int AHEAD = 8;

    private final InputStream in;
    private final InstantSource clock;
    private final BlockingQueue<Chunk> ahead = new ArrayBlockingQueue<>(AHEAD);
    private final ByteArrayOutputStream unended = new ByteArrayOutputStream();
    private long number = 1;
    private volatile boolean ended;
    private volatile @Nullable IOException failure;

    private Lines(InputStream in, InstantSource clock) {
        this.in = in;
        this.clock = clock;
    }

    static Lines of(InputStream in, InstantSource clock) {
        Lines lines = new Lines(in, clock);
        // A daemon: nothing can wake a thread that waits for standard input.
        Thread.ofPlatform().daemon().name("lines").start(lines::read);
        return lines;
    }

    /** The next ones; null if there are none yet, or none any more. */
    @Nullable Chunk next(Duration patience) throws InterruptedException {
        return ahead.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Whether all that could be read was handed out. */
    boolean isEnd() {
        // In this order: what was put before the end was said is seen.
        return ended && ahead.isEmpty();
    }

    /** Why the end came early, if it did. */
    @Nullable IOException failure() {
        return failure;
    }

    private void read() {
        try {
            byte[] piece = new byte[PIECE];
            for (int length = in.read(piece); length >= 0; length = in.read(piece)) {
                put(split(piece, length));
            }
            if (unended.size() > 0) {
                put(List.of(unended.toByteArray()));
            }
        } catch (IOException e) {
            failure = e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        ended = true;
        // Nobody has to wait for more; if there is no room, nobody does.
        ahead.offer(new Chunk(number, clock.instant(), List.of()));
    }

    private void put(List<byte[]> lines) throws InterruptedException {
        if (!lines.isEmpty()) {
            ahead.put(new Chunk(number, clock.instant(), lines));
            number += lines.size();
        }
    }

    private List<byte[]> split(byte[] piece, int length) {
        List<byte[]> lines = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < length; i++) {
            if (piece[i] == '\n') {
                carry(piece, from, i);
                lines.add(unended.toByteArray());
                unended.reset();
                from = i + 1;
            }
        }
        carry(piece, from, length);
        return lines;
    }

    private void carry(byte[] piece, int from, int to) {
        unended.write(piece, from, Math.min(to - from, LONGEST - unended.size()));
    }
}
