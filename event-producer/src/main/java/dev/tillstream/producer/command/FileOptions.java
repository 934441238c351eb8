package dev.tillstream.producer.command;

import dev.tillstream.producer.EventSource;
import dev.tillstream.producer.file.FileFormat;
import dev.tillstream.producer.file.FileSource;
import dev.tillstream.producer.file.Rejects;
import dev.tillstream.producer.form.Mapping;
import dev.tillstream.producer.input.Input;
import dev.tillstream.producer.input.LocalInput;
import dev.tillstream.producer.input.S3Input;
import dev.tillstream.producer.replay.ReplayedSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;
import software.amazon.awssdk.services.s3.S3Client;

/** {@code --source file}: a file, here or in S3. */
final class FileOptions {

    enum Times {
        KEPT,
        NOW;

        /** How people write it. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static final class Speed implements ITypeConverter<Double> {
        @Override
        public Double convert(String text) {
            if (!text.matches("\\d{1,7}(\\.\\d{1,3})?x?")) {
                throw new TypeConversionException("must be like 60x, is " + text);
            }
            return Double.valueOf(text.replace("x", ""));
        }
    }

    @Option(
            names = "--file",
            paramLabel = "PATH",
            description =
                    "A path or s3://bucket/key: .csv or .tsv with a header, .ndjson or .jsonl with an"
                            + " event per line; zipped or not")
    private @Nullable String file;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "csv, tsv or ndjson (default: what the file's name says)")
    private @Nullable FileFormat format;

    @Option(
            names = "--mapping",
            paramLabel = "PATH",
            description =
                    "YAML that says which column holds what (default: Online Retail, or columns"
                            + " called as the fields of a sale)")
    private @Nullable Path mapping;

    @Option(
            names = "--max-errors",
            defaultValue = "1000",
            paramLabel = "N",
            description = "Stop at more bad lines than that (default: ${DEFAULT-VALUE})")
    private long maxErrors;

    @Option(
            names = "--rejected",
            paramLabel = "PATH",
            description = "Where bad lines go (default: the file's name and .rejected)")
    private @Nullable Path rejected;

    @Option(
            names = "--times",
            defaultValue = "kept",
            paramLabel = "HOW",
            description =
                    "kept, or now: the first event happens now, the others as long after it as they"
                            + " did (default: ${DEFAULT-VALUE})")
    private Times times = Times.KEPT;

    @Option(
            names = "--speed",
            paramLabel = "N",
            converter = Speed.class,
            description =
                    "With --times now, as many times faster: 60x lets an hour pass in a minute")
    private @Nullable Double speed;

    long maxErrors() {
        return maxErrors;
    }

    EventSource source(Supplier<S3Client> s3) {
        if (file == null) {
            throw new IllegalArgumentException("--source file needs --file");
        }
        if (maxErrors < 0) {
            throw new IllegalArgumentException("--max-errors must be at least 0");
        }
        Input input =
                S3Input.isOne(file) ? S3Input.of(s3.get(), file) : LocalInput.of(Path.of(file));
        Mapping columns = mapping == null ? null : Mapping.read(mapping);
        EventSource events = FileSource.open(input, format, columns, rejects(file));
        return times == Times.KEPT && speed == null
                ? events
                : new ReplayedSource(events, speed == null ? 1 : speed, InstantSource.system());
    }

    private Rejects rejects(String name) {
        Path usual =
                S3Input.isOne(name)
                        ? Path.of(name.substring(name.lastIndexOf('/') + 1) + ".rejected")
                        : Path.of(name + ".rejected");
        try {
            return Rejects.to(rejected == null ? usual : rejected, maxErrors);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
