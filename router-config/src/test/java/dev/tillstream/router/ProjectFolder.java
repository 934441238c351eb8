package dev.tillstream.router;

import java.nio.file.Files;
import java.nio.file.Path;

/** The project's root, from whatever folder the tests run in. */
final class ProjectFolder {

    private ProjectFolder() {}

    static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("mvnw"))) {
            folder = folder.getParent();
        }
        return folder;
    }

    static Path routes() {
        return root().resolve("router-config/routes.yaml");
    }

    static Path templates() {
        return root().resolve("cloudformation/runtime");
    }
}
