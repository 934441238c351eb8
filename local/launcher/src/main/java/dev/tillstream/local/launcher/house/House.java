package dev.tillstream.local.launcher.house;

import dev.tillstream.local.launcher.house.RunFile.Entry;
import dev.tillstream.local.launcher.house.RunFile.Run;
import dev.tillstream.local.launcher.process.Patience;
import dev.tillstream.local.launcher.process.Port;
import dev.tillstream.local.launcher.process.PortOwner;
import dev.tillstream.local.launcher.process.Program;
import dev.tillstream.local.launcher.process.Supervisor;
import dev.tillstream.local.launcher.process.Voice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The embedded AWS and the services, as one thing that runs. */
public final class House implements AutoCloseable {

    private final HouseSettings settings;
    private final Programs programs;
    private final RunFile runFile;
    private final Supervisor supervisor;

    /** Until then the run file may be another's. */
    private volatile boolean started;

    /** Starts nothing yet. */
    public House(Installation installation, HouseSettings settings, Voice voice) {
        this.settings = settings;
        programs = new Programs(installation, settings.ports(), settings.state().resolve("logs"));
        runFile = new RunFile(settings.state());
        supervisor = new Supervisor(Patience.DEFAULT, voice, this::writeDown);
    }

    /**
     * Returns when everything is healthy.
     *
     * @throws NotRunnableException if it can't be started here
     */
    public void start() {
        runFile.read()
                .ifPresent(run -> {
                    throw alreadyRunning(run);
                });
        checkPorts();
        Program aws = programs.aws();
        List<Program> services = settings.services().stream().map(programs::of).toList();
        forgetLogs(aws, services);
        started = true;
        supervisor.start(List.of(aws));
        supervisor.start(services);
    }

    public Ports ports() {
        return settings.ports();
    }

    /** Throws why something could not be kept running, if that is so. */
    public void throwFailure() {
        supervisor.throwFailure();
    }

    /** Stops the services, then the AWS. */
    @Override
    public void close() {
        supervisor.close();
        if (started) {
            runFile.delete();
        }
    }

    private void checkPorts() {
        check(ports().aws(), Programs.AWS);
        for (Service service : settings.services()) {
            check(ports().of(service), service.title());
            check(ports().managementOf(service), service.title() + " (management)");
        }
    }

    private static void check(int port, String user) {
        if (!Port.isFree(port)) {
            String owner = new PortOwner().of(port).orElse("another process");
            throw new NotRunnableException(
                    "Port %d, which %s needs, is taken by %s: stop that, or choose others with --port N"
                            .formatted(port, user, owner));
        }
    }

    private NotRunnableException alreadyRunning(Run run) {
        return new NotRunnableException(
                "Tillstream already runs here (launcher %d, ingest on port %d): stop it, or give this one a folder and ports of its own with --state DIR --port N"
                        .formatted(run.launcher(), run.ports().of(Service.INGEST)));
    }

    private static void forgetLogs(Program aws, List<Program> services) {
        try {
            Files.deleteIfExists(aws.log());
            for (Program service : services) {
                Files.deleteIfExists(service.log());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void writeDown(Map<String, Long> pids) {
        if (!started) {
            return;
        }
        List<Entry> entries = new ArrayList<>();
        entries.add(entry(programs.aws(), pids, ports().aws()));
        for (Service service : settings.services()) {
            entries.add(entry(programs.of(service), pids, ports().of(service)));
        }
        runFile.write(new Run(ProcessHandle.current().pid(), ports(), entries));
    }

    private static Entry entry(Program program, Map<String, Long> pids, int port) {
        return new Entry(
                program.name(),
                pids.getOrDefault(program.name(), 0L),
                port,
                program.health().toString(),
                program.log().toString());
    }
}
