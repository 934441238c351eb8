package dev.tillstream.local.aws.disk;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.h2.mvstore.MVStore;

/**
 * Moves what still lives out of parts of a file that are mostly dead, so that these can be used
 * again.
 */
public final class Compaction implements AutoCloseable {

    // Below this share of live pages, that many bytes are rewritten at a time.
    private static final int LIVE_PERCENT = 50;
    private static final int REWRITTEN_BYTES = 4 << 20;
    private static final int PAUSE_MILLIS = 500;

    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("compaction").factory());

    public Compaction(MVStore store) {
        var ignored =
                thread.scheduleWithFixedDelay(
                        () -> store.compact(LIVE_PERCENT, REWRITTEN_BYTES),
                        PAUSE_MILLIS,
                        PAUSE_MILLIS,
                        TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        thread.close();
    }
}
