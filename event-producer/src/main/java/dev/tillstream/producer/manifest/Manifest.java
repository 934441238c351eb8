package dev.tillstream.producer.manifest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Which objects go to which streams: {@code [{"stream":"tillstream-sales-events","bucket":"b",
 * "file":"day.csv"}, ..]}.
 */
public record Manifest(List<Entry> entries) {

    private static final int MOST = 100;
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    public Manifest {
        entries = List.copyOf(entries);
    }

    /**
     * An object and its stream.
     *
     * @param file the object's key
     */
    public record Entry(String stream, String bucket, String file) {

        /** What it is remembered by. */
        String id() {
            return "s3://" + bucket + "/" + file + " -> " + stream;
        }

        /** The type of its events, after which its stream is called. */
        String type(String project) {
            if (!stream.startsWith(project + "-") || stream.length() == project.length() + 1) {
                throw new BadManifestException(
                        "stream " + stream + " isn't called " + project + "- and a type of events");
            }
            return stream.substring(project.length() + 1);
        }
    }

    private record Line(@Nullable String stream, @Nullable String bucket, @Nullable String file) {

        Entry entry() {
            return new Entry(
                    present("stream", stream), present("bucket", bucket), present("file", file));
        }

        private static String present(String name, @Nullable String value) {
            if (value == null || value.isBlank()) {
                throw new BadManifestException("an entry lacks " + name);
            }
            return value;
        }
    }

    /**
     * Reads a manifest.
     *
     * @throws BadManifestException naming the file and what is wrong
     */
    public static Manifest read(Path file) {
        try {
            List<Line> lines =
                    JSON.readValue(Files.readString(file), new TypeReference<List<Line>>() {});
            return new Manifest(entries(lines));
        } catch (BadManifestException e) {
            throw new BadManifestException(file + ": " + e.getMessage());
        } catch (JacksonException e) {
            throw new BadManifestException(file + ": " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new BadManifestException(file + ": can't be read: " + e.getMessage());
        }
    }

    private static List<Entry> entries(List<Line> lines) {
        if (lines.isEmpty() || lines.size() > MOST) {
            throw new BadManifestException(
                    "must have 1 to " + MOST + " entries, has " + lines.size());
        }
        List<Entry> entries = lines.stream().map(Line::entry).toList();
        Set<Entry> seen = new HashSet<>();
        for (Entry entry : entries) {
            if (!seen.add(entry)) {
                throw new BadManifestException(entry.id() + " is there twice");
            }
        }
        return entries;
    }
}
