package dev.tillstream.local.launcher;

import dev.tillstream.local.launcher.house.RunFile;
import dev.tillstream.local.launcher.house.RunFile.Entry;
import dev.tillstream.local.launcher.place.StateOption;
import dev.tillstream.local.launcher.process.HealthProbe;
import java.io.PrintWriter;
import java.net.URI;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A line for each process. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Show what runs, where, and whether it is healthy.")
final class StatusCommand implements Callable<Integer> {

    private static final String ROW = "%-18s %8s %6s  %-9s %s%n";

    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private StateOption state = new StateOption();

    /** Exits with 0 only if everything is healthy. */
    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        boolean well = true;
        out.printf(ROW, "process", "pid", "port", "health", "log");
        try (HealthProbe probe = new HealthProbe()) {
            for (Entry entry : new RunFile(state.folder()).require().processes()) {
                boolean healthy = probe.isHealthy(URI.create(entry.health()));
                well &= healthy;
                out.printf(
                        ROW,
                        entry.name(),
                        entry.pid() == 0 ? "-" : String.valueOf(entry.pid()),
                        entry.port(),
                        healthy ? "healthy" : "unhealthy",
                        entry.log());
            }
        }
        return well ? 0 : 1;
    }
}
