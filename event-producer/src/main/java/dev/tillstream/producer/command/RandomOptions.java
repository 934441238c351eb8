package dev.tillstream.producer.command;

import dev.tillstream.producer.EventSource;
import dev.tillstream.producer.store.RandomStores;
import dev.tillstream.producer.store.StoreSettings;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --source random}: invented stores. */
final class RandomOptions {

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
            names = "--for",
            paramLabel = "TIME",
            converter = Durations.class,
            description = "How long to invent events, such as 30s, 1m, 2h (default: until stopped)")
    private @Nullable Duration duration;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Invent the same events as with this number before")
    private @Nullable Long seed;

    @Option(
            names = "--returns",
            defaultValue = "0.04",
            paramLabel = "PART",
            description = "Part of the invented sales that comes back (default: ${DEFAULT-VALUE})")
    private double returns;

    @Option(
            names = "--duplicates",
            defaultValue = "0",
            paramLabel = "PART",
            description = "Part of the invented events that is sent twice (default: none)")
    private double duplicates;

    @Option(
            names = "--late",
            defaultValue = "0",
            paramLabel = "PART",
            description = "Part of the invented events that is sent late (default: none)")
    private double late;

    @Option(
            names = "--late-by",
            defaultValue = "2m",
            paramLabel = "TIME",
            converter = Durations.class,
            description = "How late those are (default: ${DEFAULT-VALUE})")
    private Duration lateBy = Duration.ofMinutes(2);

    EventSource source() {
        StoreSettings settings =
                new StoreSettings(stores, rate, duration, returns, duplicates, late, lateBy);
        Random random = seed == null ? new Random() : new Random(seed);
        return new RandomStores(settings, random, InstantSource.system());
    }
}
