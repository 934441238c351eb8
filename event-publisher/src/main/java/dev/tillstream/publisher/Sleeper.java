package dev.tillstream.publisher;

import java.time.Duration;

/** Waits; injected so that tests need not. */
@FunctionalInterface
public interface Sleeper {

    Sleeper THREAD = Thread::sleep;

    void sleep(Duration pause) throws InterruptedException;
}
