package dev.tillstream.local.launcher;

import dev.tillstream.local.launcher.house.HouseSettings;
import dev.tillstream.local.launcher.house.Ports;
import dev.tillstream.local.launcher.house.Service;
import dev.tillstream.local.launcher.place.StateOption;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where Tillstream runs. */
final class HouseOptions {

    @Option(
            names = "--port",
            paramLabel = "N",
            description =
                    "First of the services' four ports; the AWS takes the next, management 1000"
                            + " further on (default: 8080-8083, 4566, 9080-9083)")
    private @Nullable Integer port;

    @Mixin private StateOption state = new StateOption();

    Path state() {
        return state.folder();
    }

    HouseSettings settings(List<Service> services) {
        return new HouseSettings(Ports.from(port), state(), services);
    }
}
