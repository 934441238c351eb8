package dev.tillstream.producer.manifest;

import dev.tillstream.producer.EventSink;
import dev.tillstream.producer.form.Mapping;
import dev.tillstream.producer.input.Input;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How the entries of a manifest are sent.
 *
 * @param project the first part of the streams' names
 * @param mappings folder with a mapping for each type, {@code TYPE.yaml}; null for what the headers
 *     say
 * @param rejected folder for the lines that are no events
 * @param maxErrors so many such lines an object may have
 * @param batch events that are handed on at once
 * @param input finds the object of an entry
 * @param sink goes to a stream, by its name
 */
public record ManifestSettings(
        String project,
        @Nullable Path mappings,
        Path rejected,
        long maxErrors,
        int batch,
        Function<Manifest.Entry, Input> input,
        Function<String, EventSink> sink) {

    @Nullable Mapping mapping(String type) {
        Path file = mappings == null ? null : mappings.resolve(type + ".yaml");
        if (file == null || !Files.exists(file)) {
            return null;
        }
        Mapping mapping = Mapping.read(file);
        if (!mapping.event().equals(type)) {
            throw new BadManifestException(
                    file + " is for " + mapping.event() + ", must say event: " + type);
        }
        return mapping;
    }
}
