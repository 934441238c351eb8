package dev.tillstream.local.launcher.place;

import dev.tillstream.local.launcher.house.NotRunnableException;
import dev.tillstream.local.launcher.house.RunFile;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What runs here, an endpoint, or AWS as the AWS CLI finds it; and whose things there. */
public final class AwsPlace {

    @Mixin private StateOption state = new StateOption();

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

    public Path folder() {
        return state.folder();
    }

    public String project() {
        return project;
    }

    /**
     * Where it listens; empty for AWS itself.
     *
     * @throws NotRunnableException for an address without a host, or if nothing runs here
     */
    public Optional<URI> address(Map<String, String> environment) {
        if (endpoint != null && endpoint.getHost() == null) {
            throw new NotRunnableException(
                    "--endpoint-url must be like http://127.0.0.1:4566, is " + endpoint);
        }
        if (endpoint != null) {
            return Optional.of(endpoint);
        }
        RunFile runs = new RunFile(state.folder());
        if (runs.read().isEmpty() && environment.containsKey("AWS_REGION")) {
            return Optional.empty();
        }
        return Optional.of(runs.require().ports().awsAddress());
    }
}
