package dev.tillstream.producer.command;

import dev.tillstream.producer.EventSink;
import dev.tillstream.producer.bus.BusSink;
import dev.tillstream.producer.console.ConsoleSink;
import dev.tillstream.publisher.EventPublisher;
import dev.tillstream.publisher.PublisherSettings;
import dev.tillstream.publisher.RetrySettings;
import dev.tillstream.publisher.Sleeper;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where the events go. */
final class SinkOptions {

    enum Sink {
        CONSOLE(100),
        HTTP(100),
        EVENTBRIDGE(100),
        KINESIS(4_000);

        private final int batch;

        Sink(int batch) {
            this.batch = batch;
        }

        /** How people write it. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final int MOST = 10_000;
    private static final int BUS_CALLS = 8;
    private static final RetrySettings PATIENT =
            new RetrySettings(
                    12, Duration.ofMillis(100), Duration.ofSeconds(10), Duration.ofMinutes(2));

    @Option(
            names = "--sink",
            defaultValue = "http",
            paramLabel = "SINK",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}, which is ingest)")
    private Sink sink = Sink.HTTP;

    @Option(
            names = "--batch",
            paramLabel = "N",
            description =
                    "Events that are handed on at once; by http, in a request (default: 100; to"
                            + " kinesis 4000)")
    private @Nullable Integer batch;

    @Mixin private HttpOptions http = new HttpOptions();
    @Mixin private KinesisOptions kinesis = new KinesisOptions();

    boolean isConsole() {
        return sink == Sink.CONSOLE;
    }

    KinesisOptions kinesis() {
        return kinesis;
    }

    int batch() {
        int chosen = batch == null ? sink.batch : batch;
        if (chosen < 1 || chosen > MOST) {
            throw new IllegalArgumentException(
                    "--batch must be from 1 to " + MOST + ", is " + chosen);
        }
        return chosen;
    }

    EventSink sink(AwsOptions aws, Surroundings here, PrintWriter out) {
        return switch (sink) {
            case CONSOLE -> new ConsoleSink(out, aws.envelope());
            case HTTP -> http.sink(here);
            case EVENTBRIDGE -> new BusSink(publisher(aws, here), BUS_CALLS);
            case KINESIS ->
                    kinesis.sink(
                            aws.kinesis(here),
                            aws,
                            event -> aws.project() + "-" + event.detailType());
        };
    }

    private static EventPublisher publisher(AwsOptions aws, Surroundings here) {
        PublisherSettings settings =
                new PublisherSettings(aws.project(), PublisherSettings.SAFE_MAX_BYTES, PATIENT);
        return new EventPublisher(aws.bus(here), settings, new Random(), Sleeper.THREAD);
    }
}
