package dev.tillstream.producer.store;

import java.time.Duration;

/** How time passes between events: a test lets its clock jump instead. */
@FunctionalInterface
interface Pace {

    void pause(Duration duration) throws InterruptedException;
}
