package dev.tillstream.producer.command;

import dev.tillstream.producer.key.StoreKeys;
import java.io.PrintWriter;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a production finds where it runs, for what its command line doesn't say. */
public interface Surroundings {

    /** Where ingest listens. */
    URI ingest();

    /** The stores' keys for that ingest. */
    StoreKeys keys();

    /** Where AWS listens; empty for AWS itself. */
    Optional<URI> aws();

    /**
     * Proves that what was sent is accounted for.
     *
     * @param aws the AWS to look at; null for the one that is found here
     * @return whether it is
     */
    boolean audit(@Nullable URI aws, String project, PrintWriter out) throws InterruptedException;
}
