package dev.tillstream.local.launcher;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The folder of what runs. */
final class StateOption {

    @Option(
            names = "--state",
            paramLabel = "DIR",
            defaultValue = ".tillstream",
            description = "Folder for logs and results (default: ${DEFAULT-VALUE})")
    private Path folder = Path.of(".tillstream");

    Path folder() {
        return folder;
    }
}
