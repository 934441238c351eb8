package dev.tillstream.router.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Finds {@code schemas/<detail-type>.schema.json} wherever the class path has them. */
final class SchemaFiles {

    private static final String FOLDER = "schemas/";
    private static final String ENDING = ".schema.json";

    private SchemaFiles() {}

    /** The text of each schema by its detail-type. */
    static Map<String, String> read(ClassLoader loader) {
        try {
            Map<String, String> schemas = new TreeMap<>();
            for (URL folder : Collections.list(loader.getResources(FOLDER))) {
                for (String name : names(folder)) {
                    if (name.endsWith(ENDING)) {
                        String type = name.substring(0, name.length() - ENDING.length());
                        schemas.putIfAbsent(type, text(loader, FOLDER + name));
                    }
                }
            }
            return schemas;
        } catch (IOException e) {
            throw new UncheckedIOException("can't read the schemas of the contract", e);
        }
    }

    private static List<String> names(URL folder) throws IOException {
        if (folder.openConnection() instanceof JarURLConnection jar) {
            // Not closed: the class loader reads classes from the same file.
            return jar.getJarFile().stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.startsWith(FOLDER))
                    .map(name -> name.substring(FOLDER.length()))
                    .toList();
        }
        try (Stream<Path> files = Files.list(Path.of(uri(folder)))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static URI uri(URL folder) throws IOException {
        try {
            return folder.toURI();
        } catch (URISyntaxException e) {
            throw new IOException("no folder: " + folder, e);
        }
    }

    private static String text(ClassLoader loader, String name) throws IOException {
        try (InputStream file = loader.getResourceAsStream(name)) {
            if (file == null) {
                throw new IOException("not on the class path: " + name);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
