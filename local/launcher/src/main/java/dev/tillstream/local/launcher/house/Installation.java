package dev.tillstream.local.launcher.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * A built checkout.
 *
 * @param root its folder
 */
public record Installation(Path root) {

    /** Where {@code ./run} stands, or the current folder. */
    public static Installation find() {
        return new Installation(
                Path.of(System.getProperty("tillstream.root", "")).toAbsolutePath());
    }

    Path jarOf(String module) {
        Path target = root.resolve(module).resolve("target");
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(file -> file.getFileName().toString().endsWith("-exec.jar"))
                    .findFirst()
                    .orElseThrow(() -> new NotRunnableException(notBuilt(module)));
        } catch (IOException e) {
            throw new NotRunnableException(notBuilt(module));
        }
    }

    Path templates() {
        return root.resolve("cloudformation").resolve("runtime");
    }

    private static String notBuilt(String module) {
        return module + " isn't built: ./mvnw package -DskipTests builds it";
    }
}
