package dev.tillstream.analytics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files of views for services of a test. */
final class Views {

    private Views() {}

    /** Revenue per store and minute, and nothing else. */
    static Path revenue(Path folder) throws IOException {
        return Files.writeString(
                folder.resolve("views.yaml"),
                """
                tillstream:
                  analytics:
                    views:
                      - name: sales_revenue
                        streams: [sales-events]
                        key: [store_id]
                        measure: revenue
                """);
    }
}
