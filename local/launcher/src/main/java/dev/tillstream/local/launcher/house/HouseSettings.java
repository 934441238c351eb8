package dev.tillstream.local.launcher.house;

import java.nio.file.Path;
import java.util.List;

/**
 * What to run, and where.
 *
 * @param state folder for logs, the run file and results
 */
public record HouseSettings(Ports ports, Path state, List<Service> services) {

    public HouseSettings {
        services = List.copyOf(services);
    }
}
