package dev.tillstream.analytics.shard;

import dev.tillstream.analytics.retry.Backoff;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tries again until it works or the shard is lost. KCL drops the records of a call that throws, so
 * a failing table must hold the shard back instead.
 */
final class Persistence {

    private static final Logger log = LoggerFactory.getLogger(Persistence.class);

    private final String shard;
    private final BooleanSupplier isHeld;
    private final Backoff backoff;
    private final Runnable progress;

    /**
     * For a shard.
     *
     * @param progress is told of each try that has ended, well or badly
     */
    Persistence(String shard, BooleanSupplier isHeld, Backoff backoff, Runnable progress) {
        this.shard = shard;
        this.isHeld = isHeld;
        this.backoff = backoff;
        this.progress = progress;
    }

    /**
     * Returns when the action has succeeded.
     *
     * @throws ShardLostException if that no longer matters
     */
    void insist(Runnable action) {
        for (int failures = 1; ; failures++) {
            try {
                action.run();
                progress.run();
                return;
            } catch (ShardLostException e) {
                throw e;
            } catch (RuntimeException e) {
                log.warn("{}: failure {}, trying again", shard, failures, e);
                progress.run();
                if (!isHeld.getAsBoolean() || !backoff.pause(failures)) {
                    throw new ShardLostException(shard, e);
                }
            }
        }
    }

    /** Tries once: what is left undone will be found again. */
    void attempt(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException e) {
            log.warn("{}: not done, later again", shard, e);
        }
        progress.run();
    }
}
