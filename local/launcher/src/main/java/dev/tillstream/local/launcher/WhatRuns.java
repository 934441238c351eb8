package dev.tillstream.local.launcher;

import dev.tillstream.local.launcher.house.Ports;
import dev.tillstream.local.launcher.house.RunFile;
import dev.tillstream.local.launcher.house.RunFile.Run;
import dev.tillstream.local.launcher.house.Service;
import java.net.URI;
import java.nio.file.Path;

/** Where events go when nobody says it. */
final class IngestAddress {

    private IngestAddress() {}

    /** The ingest of what runs in the current folder, or else at the usual address. */
    static URI ofWhatRuns() {
        return new RunFile(Path.of(".tillstream"))
                .read()
                .map(Run::ports)
                .orElse(Ports.USUAL)
                .address(Service.INGEST);
    }
}
