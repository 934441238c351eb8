package dev.tillstream.producer.file;

import dev.tillstream.producer.form.Mapping;
import dev.tillstream.producer.input.Input;
import dev.tillstream.producer.line.LineReader;
import dev.tillstream.producer.line.Records;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How a file holds events: told by how its name ends. */
public enum FileFormat {
    CSV,
    TSV,
    NDJSON;

    /** Of a name, with or without {@code .gz}. */
    static FileFormat of(String file) {
        return Arrays.stream(values())
                .filter(format -> format.isOf(file))
                .findFirst()
                .orElseThrow(() ->
                        new BadFileException(
                                file,
                                "its name must end in .csv, .tsv, .ndjson or .jsonl, and .gz if it"
                                        + " is zipped"));
    }

    /** Whether a name, with or without {@code .gz}, says so. */
    public boolean isOf(String file) {
        String name = file.toLowerCase(Locale.ROOT).replaceFirst("\\.gz$", "");
        return switch (this) {
            case CSV -> name.endsWith(".csv");
            case TSV -> name.endsWith(".tsv");
            case NDJSON -> name.endsWith(".ndjson") || name.endsWith(".jsonl");
        };
    }

    EventFile open(Input input, LineReader lines, @Nullable Mapping mapping) throws IOException {
        return switch (this) {
            case CSV -> TableFile.open(input, Records.commaSeparated(lines), mapping);
            case TSV -> TableFile.open(input, Records.tabSeparated(lines), mapping);
            case NDJSON -> new NdjsonFile(lines);
        };
    }
}
