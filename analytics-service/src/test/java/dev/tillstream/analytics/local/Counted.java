package dev.tillstream.analytics.local;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command in this process, and what it left in its folder. */
record Counted(int exit, String out, String err, Path folder) {

    static final Instant MORNING = Instant.parse("2026-11-22T08:00:00Z");

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    /** With a clock that goes on by half a second whenever it is looked at: it is always time. */
    static Counted run(Pieces in, long keptBytes, Path folder, String... arguments) {
        var ticks = new AtomicLong();
        InstantSource clock = () -> MORNING.plusMillis(500 * ticks.incrementAndGet());
        var out = new StringWriter();
        var err = new StringWriter();
        int exit =
                AnalyticsCommand.commandLine(new AnalyticsCommand(in, clock, keptBytes))
                        .setOut(new PrintWriter(out, true))
                        .setErr(new PrintWriter(err, true))
                        .execute(arguments);
        return new Counted(exit, out.toString(), err.toString(), folder);
    }

    static String[] into(Path folder, String... more) {
        return Stream.concat(Stream.of("--local", "--out", folder.toString()), Arrays.stream(more))
                .toArray(String[]::new);
    }

    /** Of each window the row that a reader goes by, by store and the window's start. */
    Map<String, JsonNode> rows(String view) {
        Map<String, JsonNode> rows = new HashMap<>();
        for (JsonNode row : lines(view)) {
            String key =
                    row.required("store_id").stringValue()
                            + " "
                            + row.required("window_start").stringValue();
            JsonNode before = rows.put(key, row);
            if (before != null && revision(before) >= revision(row)) {
                throw new AssertionError("revisions that don't grow: " + before + row);
            }
        }
        return rows;
    }

    private static long revision(JsonNode row) {
        return row.required("revision").longValue();
    }

    List<JsonNode> lines(String below) {
        List<JsonNode> lines = new ArrayList<>();
        for (Path file : files(below)) {
            try {
                Files.readString(file).lines().map(JSON::readTree).forEach(lines::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return lines;
    }

    List<Path> files(String below) {
        Path start = folder.resolve(below);
        if (!Files.exists(start)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(start)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
