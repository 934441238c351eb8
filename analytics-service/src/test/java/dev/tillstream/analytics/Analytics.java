package dev.tillstream.analytics;

import dev.tillstream.local.testing.LocalAwsExtension;
import dev.tillstream.local.testing.process.ServiceProcess;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The packaged service in its own process, so that it can be killed. */
final class Analytics {

    private Analytics() {}

    static ServiceProcess start() {
        return start(Map.of());
    }

    /**
     * Returns when it is ready.
     *
     * @param settings environment variables beside those of a desk
     */
    static ServiceProcess start(Map<String, String> settings) {
        Map<String, String> variables = new HashMap<>(settings);
        // The next process takes back what the last one held.
        variables.putIfAbsent("TILLSTREAM_ANALYTICS_KINESIS_WORKERID", "local-0");
        return ServiceProcess.start(
                Path.of(".."),
                "analytics-service",
                LocalAwsExtension.endpoint(),
                List.of("-Xmx256m"),
                variables);
    }

    static int recordsRead(ServiceProcess service) {
        return (int) service.metric("tillstream.analytics.records");
    }
}
