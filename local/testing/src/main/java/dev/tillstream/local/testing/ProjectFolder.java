package dev.tillstream.local.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The root of the checkout, where the embedded AWS was packaged and the templates lie. */
record ProjectFolder(Path root) {
    private static final String JARS = "local/aws/target";
    private static final String TEMPLATES = "cloudformation/runtime";
    private static final String LOCALSTACK_HOOK = "docker/localstack/deploy.sh";

    /**
     * From {@code tillstream.root}, which Maven sets; an IDE may not: then from the working folder
     * up.
     */
    static ProjectFolder find() {
        var root = System.getProperty("tillstream.root");
        if (root != null) {
            return new ProjectFolder(Path.of(root).toAbsolutePath());
        }
        for (var folder = Path.of("").toAbsolutePath();
                folder != null;
                folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve(TEMPLATES))) {
                return new ProjectFolder(folder);
            }
        }
        throw new IllegalStateException(
                "Found no %s from %s up; set -Dtillstream.root"
                        .formatted(TEMPLATES, Path.of("").toAbsolutePath()));
    }

    Path templates() {
        return root.resolve(TEMPLATES);
    }

    Path localStackHook() {
        return root.resolve(LOCALSTACK_HOOK);
    }

    Path localAwsJar() {
        var folder = root.resolve(JARS);
        var glob = "local-aws-*-exec.jar";
        if (Files.isDirectory(folder)) {
            try (var jars = Files.newDirectoryStream(folder, glob)) {
                for (var jar : jars) {
                    return jar;
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        throw new IllegalStateException(
                "No %s in %s: package it first, for example by ./mvnw -pl local/aws -DskipTests package"
                        .formatted(glob, folder));
    }
}
