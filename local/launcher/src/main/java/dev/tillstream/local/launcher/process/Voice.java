package dev.tillstream.local.launcher.process;

/** Says one line to the person in front of the screen; may be called from any thread. */
@FunctionalInterface
public interface Voice {

    void say(String line);
}
