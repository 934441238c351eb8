package dev.tillstream.analytics.local;

import dev.tillstream.analytics.quarantine.RejectionJson;
import dev.tillstream.analytics.row.RowJson;
import dev.tillstream.analytics.window.Quarantine;
import dev.tillstream.analytics.window.Rejection;
import dev.tillstream.analytics.window.Row;
import dev.tillstream.analytics.window.RowDelivery;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * The data bucket as a folder: rows below their view's delivery stream and the hour of the writing,
 * what can't be counted below {@code quarantine}, all of it lines of JSON. There is one file of
 * each an hour; its lines are whole once they are there.
 */
final class OutFolder implements RowDelivery, Quarantine {

    private static final DateTimeFormatter HOUR = formatter("uuuu/MM/dd/HH");
    private static final DateTimeFormatter SECOND = formatter("uuuu-MM-dd-HH-mm-ss");
    private static final String QUARANTINE = "quarantine";

    private final Path root;
    private final InstantSource clock;
    private final Supplier<UUID> ids;
    private final RejectionJson rejectionJson = new RejectionJson("stdin", "0");

    /** By what they hold: a view's delivery stream, or the quarantine. */
    private final Map<String, Path> files = new HashMap<>();

    private Instant hour = Instant.EPOCH;

    OutFolder(Path root, InstantSource clock, Supplier<UUID> ids) {
        this.root = root;
        this.clock = clock;
        this.ids = ids;
    }

    @Override
    public List<Row> deliver(List<Row> rows) {
        Map<String, StringBuilder> lines = new LinkedHashMap<>();
        for (Row row : rows) {
            lines.computeIfAbsent(row.window().view().delivery(), name -> new StringBuilder())
                    .append(RowJson.write(row))
                    .append('\n');
        }
        lines.forEach((delivery, text) -> append(delivery, "tillstream-" + delivery + "-1", text));
        return rows;
    }

    @Override
    public void keep(List<Rejection> rejections) {
        StringBuilder lines = new StringBuilder();
        rejections.forEach(each -> lines.append(rejectionJson.write(each)).append('\n'));
        append(QUARANTINE, "stdin-0", lines);
    }

    private void append(String folder, String name, CharSequence lines) {
        try {
            Path file = file(folder, name);
            Files.write(
                    file,
                    lines.toString().getBytes(StandardCharsets.UTF_8),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(String folder, String name) throws IOException {
        Instant now = clock.instant();
        if (!now.truncatedTo(ChronoUnit.HOURS).equals(hour)) {
            hour = now.truncatedTo(ChronoUnit.HOURS);
            files.clear();
        }
        Path known = files.get(folder);
        if (known != null) {
            return known;
        }
        Path hourly = root.resolve(folder).resolve(HOUR.format(now));
        Files.createDirectories(hourly);
        String ending = folder.equals(QUARANTINE) ? ".ndjson" : "";
        Path made = hourly.resolve(name + "-" + SECOND.format(now) + "-" + ids.get() + ending);
        files.put(folder, made);
        return made;
    }

    private static DateTimeFormatter formatter(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(ZoneOffset.UTC);
    }
}
