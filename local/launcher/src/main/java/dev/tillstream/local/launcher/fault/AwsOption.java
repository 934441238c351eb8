package dev.tillstream.local.launcher.fault;

import dev.tillstream.local.launcher.house.RunFile;
import dev.tillstream.local.launcher.place.StateOption;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which embedded AWS. */
final class AwsOption {

    @Mixin private StateOption state = new StateOption();

    @Option(
            names = "--endpoint-url",
            paramLabel = "URI",
            description =
                    "An embedded AWS that was started by itself, such as http://127.0.0.1:4566")
    private @Nullable URI endpoint;

    FaultsClient client() {
        return new FaultsClient(
                endpoint == null
                        ? new RunFile(state.folder()).require().ports().awsAddress()
                        : endpoint);
    }
}
