package dev.tillstream.publisher.shared;

import java.time.Duration;

/** Told about each shared call when it has ended; must be quick, and is called by many threads. */
@FunctionalInterface
public interface CallObserver {

    /**
     * A call has ended.
     *
     * @param entries how many events it had at first, 1 to 10
     * @param took how long it took, with all that was sent again
     */
    void called(int entries, Duration took);
}
