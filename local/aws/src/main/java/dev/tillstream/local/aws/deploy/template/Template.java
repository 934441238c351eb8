package dev.tillstream.local.aws.deploy.template;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import tools.jackson.databind.JsonNode;

/** A CloudFormation template, its parts by name in the order of the file. */
public record Template(
        String file,
        Map<String, Parameter> parameters,
        Map<String, JsonNode> conditions,
        Map<String, Resource> resources,
        Map<String, Output> outputs) {
    static final Set<String> KEYS =
            Set.of(
                    "AWSTemplateFormatVersion",
                    "Description",
                    "Metadata",
                    "Parameters",
                    "Conditions",
                    "Resources",
                    "Outputs");

    public static Template read(Path file) {
        try (var reader = Files.newBufferedReader(file)) {
            return read(file.getFileName().toString(), reader);
        } catch (IOException e) {
            throw new UncheckedIOException("Could not read " + file, e);
        }
    }

    /** Reads one, called {@code file} in messages. */
    public static Template read(String file, Reader yaml) {
        try {
            var root = YamlTree.read(yaml);
            Shape.checkKeys(root, KEYS);
            return new Template(
                    file,
                    section(root, "Parameters", Parameter::of),
                    section(root, "Conditions", (name, condition) -> condition),
                    section(root, "Resources", Resource::of),
                    section(root, "Outputs", Output::of));
        } catch (TemplateException e) {
            throw e.in(file);
        }
    }

    private static <T> Map<String, T> section(
            JsonNode root, String section, BiFunction<String, JsonNode, T> reader) {
        var parts = new LinkedHashMap<String, T>();
        for (var part : root.path(section).properties()) {
            try {
                parts.put(part.getKey(), reader.apply(part.getKey(), part.getValue()));
            } catch (TemplateException e) {
                throw e.in(section + "." + part.getKey());
            }
        }
        return Collections.unmodifiableMap(parts);
    }

    /** The file's name without its ending: what its stack is called after. */
    public String stem() {
        var dot = file.lastIndexOf('.');
        return dot < 0 ? file : file.substring(0, dot);
    }
}
