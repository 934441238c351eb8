package dev.tillstream.local.launcher.place;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The folder of what runs. */
public final class StateOption {

    @Option(
            names = "--state",
            paramLabel = "DIR",
            defaultValue = ".tillstream",
            description =
                    "Folder of what runs, with its logs and results (default: ${DEFAULT-VALUE})")
    private Path folder = Path.of(".tillstream");

    public Path folder() {
        return folder;
    }
}
