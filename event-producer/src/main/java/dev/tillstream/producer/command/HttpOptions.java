package dev.tillstream.producer.command;

import dev.tillstream.producer.EventSink;
import dev.tillstream.producer.http.HttpSettings;
import dev.tillstream.producer.http.HttpSink;
import dev.tillstream.producer.key.KeyFile;
import dev.tillstream.producer.key.KeyFolder;
import dev.tillstream.producer.key.StoreKeys;
import java.net.URI;
import java.nio.file.Path;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --sink http}: to ingest, as a till sends. */
final class HttpOptions {

    /** A key on the command line would be there for all of this machine's users to read. */
    private static final String KEY_VARIABLE = "TILLSTREAM_KEY";

    @Option(
            names = "--to",
            paramLabel = "URL",
            description = "Where ingest listens (default: that of what runs here)")
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

    EventSink sink(Surroundings here) {
        URI target = to == null ? here.ingest() : to;
        StoreKeys known = keys(System.getenv(KEY_VARIABLE), here);
        try {
            return new HttpSink(HttpSettings.of(target), known, new Random());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("--to " + e.getMessage(), e);
        }
    }

    /** The usual keys are not for whoever else is named by {@code --to}. */
    private StoreKeys keys(@Nullable String fromEnvironment, Surroundings here) {
        if (keyFile != null) {
            return StoreKeys.one(KeyFile.read(keyFile));
        }
        if (keys != null) {
            return new KeyFolder(keys);
        }
        if (fromEnvironment != null) {
            return StoreKeys.one(fromEnvironment);
        }
        return to == null ? here.keys() : StoreKeys.NONE;
    }
}
