package dev.tillstream.local.testing;

import java.net.URI;

/** An AWS that serves, with all runtime templates deployed. */
interface RunningAws extends AutoCloseable {
    URI endpoint();

    @Override
    void close();
}
