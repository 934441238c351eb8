package dev.tillstream.producer;

import dev.tillstream.producer.file.BadFileException;
import dev.tillstream.producer.file.FileSource;
import dev.tillstream.producer.http.HttpSettings;
import dev.tillstream.producer.http.HttpSink;
import dev.tillstream.producer.key.BadKeyFileException;
import dev.tillstream.producer.key.KeyFile;
import dev.tillstream.producer.key.KeyFolder;
import dev.tillstream.producer.key.StoreKeys;
import dev.tillstream.producer.store.RandomStores;
import dev.tillstream.producer.store.StoreSettings;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Sends the events of a file or of invented stores to ingest; answers with one line of JSON. */
@Command(
        name = "produce",
        mixinStandardHelpOptions = true,
        description = "Send events to ingest: a file's, or invented ones.")
public final class ProduceCommand implements Callable<Integer> {

    enum Source {
        RANDOM,
        FILE;

        /** How people write it. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A key on the command line would be there for all of this machine's users to read. */
    private static final String KEY_VARIABLE = "TILLSTREAM_KEY";

    private final Supplier<URI> ingest;
    private final Supplier<StoreKeys> usualKeys;

    // Picocli writes the fields below, after construction.
    @Spec private @Nullable CommandSpec spec;

    @Option(names = "--source", required = true, description = "${COMPLETION-CANDIDATES}")
    private Source source = Source.RANDOM;

    @Option(
            names = "--file",
            paramLabel = "PATH",
            description = "Online Retail (.csv), or one event per line (.ndjson, .jsonl)")
    private @Nullable Path file;

    @Option(names = "--to", paramLabel = "URL", description = "Where ingest listens")
    private @Nullable URI to;

    @Option(
            names = "--key-file",
            paramLabel = "PATH",
            description =
                    "File with the key of all these events, alone or as a header (default: the key"
                            + " in the environment's TILLSTREAM_KEY)")
    private @Nullable Path keyFile;

    @Option(
            names = "--keys",
            paramLabel = "DIR",
            description =
                    "Folder with the key of each store, as stores/NAME (default: the keys of what"
                            + " runs here)")
    private @Nullable Path keys;

    @Option(
            names = "--batch",
            defaultValue = "100",
            paramLabel = "N",
            description = "Events in a request (default: ${DEFAULT-VALUE})")
    private int batch;

    @Option(
            names = "--rate",
            defaultValue = "1170",
            paramLabel = "N",
            description = "Invented events a minute, all stores (default: ${DEFAULT-VALUE})")
    private int rate;

    @Option(
            names = "--stores",
            defaultValue = "5",
            paramLabel = "N",
            description = "Invented stores (default: ${DEFAULT-VALUE})")
    private int stores;

    @Option(
            names = "--seconds",
            defaultValue = "60",
            paramLabel = "N",
            description = "How long to invent events; 0: until stopped (default: ${DEFAULT-VALUE})")
    private long seconds;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Invent the same events as with this number before")
    private @Nullable Long seed;

    /**
     * Made by hand, for picocli can't know a default that is found when it is needed.
     *
     * @param ingest where ingest listens when {@code --to} doesn't say it
     * @param usualKeys the keys for it when nobody gives others
     */
    public ProduceCommand(Supplier<URI> ingest, Supplier<StoreKeys> usualKeys) {
        this.ingest = ingest;
        this.usualKeys = usualKeys;
    }

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter err = commandSpec().commandLine().getErr();
        Tally tally = new Tally();
        boolean delivered = false;
        try (EventSource events = source();
                EventSink sink = sink();
                Progress progress = Progress.of(events.size(), err)) {
            new Producer(events, sink, progress, batch).run(tally);
            delivered = true;
        } catch (BadFileException | BadKeyFileException e) {
            err.println(e.getMessage());
            return 1;
        } catch (UndeliveredException e) {
            err.println(e.getMessage());
        }
        tally.reasons().forEach(reason -> err.println("rejected " + reason));
        boolean status = delivered && tally.rejected() == 0;
        commandSpec().commandLine().getOut().println(tally.toJson(status));
        return status ? 0 : 1;
    }

    private EventSource source() {
        if (source == Source.FILE) {
            if (file == null) {
                throw usage("--source file needs --file");
            }
            return FileSource.open(file);
        }
        try {
            Duration duration = seconds == 0 ? null : Duration.ofSeconds(seconds);
            Random random = seed == null ? new Random() : new Random(seed);
            return new RandomStores(
                    new StoreSettings(stores, rate, duration), random, InstantSource.system());
        } catch (IllegalArgumentException e) {
            throw usage(e.getMessage());
        }
    }

    private EventSink sink() {
        if (batch < 1) {
            throw usage("--batch must be at least 1");
        }
        try {
            URI target = to == null ? ingest.get() : to;
            return new HttpSink(
                    HttpSettings.of(target), keys(System.getenv(KEY_VARIABLE)), new Random());
        } catch (IllegalArgumentException e) {
            throw usage("--to " + e.getMessage());
        }
    }

    /** The usual keys are not for whoever else is named by {@code --to}. */
    private StoreKeys keys(@Nullable String fromEnvironment) {
        if (keyFile != null) {
            return StoreKeys.one(KeyFile.read(keyFile));
        }
        if (keys != null) {
            return new KeyFolder(keys);
        }
        if (fromEnvironment != null) {
            return StoreKeys.one(fromEnvironment);
        }
        return to == null ? usualKeys.get() : StoreKeys.NONE;
    }

    private ParameterException usage(@Nullable String message) {
        return new ParameterException(commandSpec().commandLine(), String.valueOf(message));
    }

    private CommandSpec commandSpec() {
        if (spec == null) {
            throw new IllegalStateException("only picocli runs this");
        }
        return spec;
    }
}
