package dev.tillstream.ingest.intake;

/** Told what became of each item, on the thread of its request: must be quick, and never fail. */
@FunctionalInterface
public interface Observer {

    /** An item, as it was sent, and its outcome. */
    void saw(byte[] item, Outcome outcome);
}
