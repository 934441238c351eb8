package dev.tillstream.analytics.watch;

import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Signs of life of one shard's consumer. What it tries counts, not what succeeds: while AWS doesn't
 * answer, every consumer fails and tries again, and starting its process again would mend nothing.
 */
public final class Pulse {

    private final AtomicLong beats = new AtomicLong();
    private volatile @Nullable Thread worker;

    /** Does what KCL calls for. Until it returns, only {@link #beat()} is a sign of life. */
    public void during(Runnable call) {
        worker = Thread.currentThread();
        beat();
        try {
            call.run();
        } finally {
            worker = null;
            beat();
        }
    }

    /** Says that something was begun, or has ended, well or badly. */
    public void beat() {
        beats.incrementAndGet();
    }

    /** Says that the stream is asked for records, which KCL does ahead of its calls too. */
    void asked() {
        if (worker == null) {
            beat();
        }
    }

    long beats() {
        return beats.get();
    }

    /** Who works on a call right now. */
    @Nullable Thread worker() {
        return worker;
    }
}
