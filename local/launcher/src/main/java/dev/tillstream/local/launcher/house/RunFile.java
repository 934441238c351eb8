package dev.tillstream.local.launcher.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The file in which a running launcher tells others what runs where. */
public final class RunFile {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Path file;

    /** The run file of a state folder. */
    public RunFile(Path state) {
        file = state.resolve("run.json");
    }

    /**
     * What runs.
     *
     * @param launcher its process id
     */
    public record Run(long launcher, Ports ports, List<Entry> processes) {

        public Run {
            processes = List.copyOf(processes);
        }
    }

    /** One process; its id is 0 while it is down. */
    public record Entry(String name, long pid, int port, String health, String log) {}

    /** What runs; empty when the launcher that wrote the file is gone. */
    public Optional<Run> read() {
        try {
            Run run = JSON.readValue(Files.readAllBytes(file), Run.class);
            return ProcessHandle.of(run.launcher()).isPresent()
                    ? Optional.of(run)
                    : Optional.empty();
        } catch (IOException | JacksonException e) {
            return Optional.empty();
        }
    }

    /** What runs, where it must. */
    public Run require() {
        return read().orElseThrow(() ->
                new NotRunnableException(
                        "Nothing runs here: start it with ./run up (looked for " + file + ")"));
    }

    /** Whole or not at all: others may read at any time. */
    void write(Run run) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path fresh = file.resolveSibling("run.json.new");
            Files.write(fresh, JSON.writeValueAsBytes(run));
            Files.move(
                    fresh,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
