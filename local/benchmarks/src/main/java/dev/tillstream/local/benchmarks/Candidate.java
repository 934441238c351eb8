package dev.tillstream.local.benchmarks;

import java.net.URI;

/** A running AWS with the committed templates deployed. */
interface Candidate extends AutoCloseable {

    String name();

    URI endpoint();

    /** What all its processes have in memory, in MB. */
    long residentMegabytes() throws Exception;

    @Override
    void close();
}
