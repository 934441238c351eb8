package dev.tillstream.local.launcher.fault;

import dev.tillstream.local.launcher.house.RunFile;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which embedded AWS. */
final class AwsOption {

    @Option(
            names = "--state",
            paramLabel = "DIR",
            defaultValue = ".tillstream",
            description = "Folder of what runs (default: ${DEFAULT-VALUE})")
    private Path folder = Path.of(".tillstream");

    @Option(
            names = "--endpoint-url",
            paramLabel = "URI",
            description =
                    "An embedded AWS that was started by itself, such as http://127.0.0.1:4566")
    private @Nullable URI endpoint;

    FaultsClient client() {
        return new FaultsClient(
                endpoint == null ? new RunFile(folder).require().ports().awsAddress() : endpoint);
    }
}
