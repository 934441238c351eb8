package dev.tillstream.analytics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Files of views for services of a test. */
final class Views {

    private static final String REVENUE =
            """
            tillstream:
              analytics:
                views:
                  - name: sales_revenue
                    streams: [sales-events]
                    key: [store_id]
                    measure: revenue
            """;

    private static final int MEASURE_INDENT = 8;

    private Views() {}

    /** Revenue per store and minute, and nothing else. */
    static Path revenue(Path folder) throws IOException {
        return write(folder, REVENUE);
    }

    /** The same, but a minute of the past runs until its store was silent so long. */
    static Path revenue(Path folder, Duration grace, Duration idle) throws IOException {
        String timing = "grace: %ds\nidle: %ds".formatted(grace.toSeconds(), idle.toSeconds());
        return write(folder, REVENUE + timing.indent(MEASURE_INDENT));
    }

    private static Path write(Path folder, String views) throws IOException {
        return Files.writeString(folder.resolve("views.yaml"), views);
    }
}
