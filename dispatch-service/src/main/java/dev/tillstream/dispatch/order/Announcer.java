package dev.tillstream.dispatch.order;

/** Tells others at once what was just stored; should that fail, it is made up for later. */
@FunctionalInterface
public interface Announcer {

    void announce(Order order);
}
