package dev.tillstream.local.launcher.process;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Something to run in a process of its own.
 *
 * @param name what people call it
 * @param environment added to the launcher's own
 * @param log where its output goes
 * @param health answers 200 as soon as it serves
 * @param restartable whether it can be started again without a loss
 */
public record Program(
        String name,
        List<String> command,
        Map<String, String> environment,
        Path log,
        URI health,
        boolean restartable) {

    public Program {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }
}
