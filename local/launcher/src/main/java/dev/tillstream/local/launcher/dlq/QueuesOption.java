package dev.tillstream.local.launcher.dlq;

import dev.tillstream.local.launcher.house.NotRunnableException;
import dev.tillstream.local.launcher.house.RunFile;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * Whose dead-letter queues: of what runs here, of an endpoint, or of AWS as the AWS CLI finds it.
 */
final class QueuesOption {

    @Option(
            names = "--state",
            paramLabel = "DIR",
            defaultValue = ".tillstream",
            description = "Folder of what runs (default: ${DEFAULT-VALUE})")
    private Path folder = Path.of(".tillstream");

    @Option(
            names = "--endpoint-url",
            paramLabel = "URL",
            description =
                    "An embedded AWS or LocalStack, for example http://127.0.0.1:4566; without it"
                            + " what runs here, else AWS itself if AWS_REGION is set")
    private @Nullable URI endpoint;

    @Option(
            names = "--project",
            paramLabel = "NAME",
            defaultValue = "tillstream",
            description = "First part of every name (default: ${DEFAULT-VALUE})")
    private String project = "tillstream";

    DlqClients clients() {
        return clients(System.getenv());
    }

    DlqClients clients(Map<String, String> environment) {
        if (endpoint != null && endpoint.getHost() == null) {
            throw new NotRunnableException(
                    "--endpoint-url must be like http://127.0.0.1:4566, is " + endpoint);
        }
        RunFile runs = new RunFile(folder);
        if (endpoint == null && runs.read().isEmpty() && environment.containsKey("AWS_REGION")) {
            return DlqClients.ofAws(project);
        }
        return DlqClients.at(
                endpoint == null ? runs.require().ports().awsAddress() : endpoint, project);
    }
}
