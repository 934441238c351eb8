package dev.tillstream.producer.command;

import dev.tillstream.producer.EventSink;
import dev.tillstream.producer.EventSource;
import dev.tillstream.producer.Progress;
import dev.tillstream.producer.file.BadFileException;
import dev.tillstream.producer.form.BadHeaderException;
import dev.tillstream.producer.input.UnreadableException;
import dev.tillstream.producer.key.BadKeyFileException;
import dev.tillstream.producer.manifest.BadManifestException;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Takes events from a source to a sink; answers with one line of JSON. */
@Command(
        name = "produce",
        mixinStandardHelpOptions = true,
        description = "Send events: a file's, or invented ones.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every event was accepted",
            "1:it ended early: a file, a key or a receiver can't be used",
            "2:the command line is wrong",
            "3:all was sent, but some lines or events were refused",
            "130:stopped by Ctrl-C"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./run produce --source random --for 1m --rate 6000",
            "  ./run produce --source random --sink console --for 2s --seed 7",
            "  ./run produce --source file --file samples/online-retail-2010-12-01.csv",
            "  ./run produce --source file --file day.tsv.gz --mapping day.yaml --speed 60x",
            "  ./run produce --source file --file s3://bucket/day.csv --sink kinesis --api aggregated",
            "  ./run produce --manifest manifest.json --mappings mappings --audit"
        })
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

    private final Surroundings here;

    // Picocli writes the fields below, after construction.

    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(names = "--source", description = "${COMPLETION-CANDIDATES}")
    private @Nullable Source source;

    @Mixin private RandomOptions random = new RandomOptions();
    @Mixin private FileOptions files = new FileOptions();
    @Mixin private SinkOptions sinks = new SinkOptions();
    @Mixin private AwsOptions aws = new AwsOptions();
    @Mixin private ManifestOptions manifest = new ManifestOptions();

    @Option(
            names = "--audit",
            description = "In the end, prove from what is stored that no cent was lost")
    private boolean audit;

    /** What the kinds of production share. */
    record Parts(Surroundings here, FileOptions files, SinkOptions sinks, AwsOptions aws) {}

    /** Made by hand, for picocli can't know where it runs. */
    public ProduceCommand(Surroundings here) {
        this.here = here;
    }

    // The signal does its work by being there.
    @Override
    @SuppressWarnings("try")
    public Integer call() throws InterruptedException {
        PrintWriter err = spec.commandLine().getErr();
        try (StopSignal signal = new StopSignal(Thread.currentThread())) {
            int exit = produce(err);
            boolean ended = exit == 0 || exit == Production.REFUSED;
            return audit && ended && !here.audit(aws.endpoint(), aws.project(), totals())
                    ? 1
                    : exit;
        } catch (BadFileException
                | BadHeaderException
                | UnreadableException
                | BadManifestException
                | BadKeyFileException e) {
            err.println(e.getMessage());
            return 1;
        }
    }

    private int produce(PrintWriter err) {
        if (manifest.isChosen() == (source != null)) {
            throw new ParameterException(
                    spec.commandLine(), "produce needs either --source or --manifest");
        }
        if (manifest.isChosen()) {
            return manifest.send(new Parts(here, files, sinks, aws), totals(), err);
        }
        try (EventSource events = usable(this::source);
                EventSink sink = usable(this::sink);
                Progress progress = Progress.of(events.done().isPresent(), err)) {
            int batch = usable(sinks::batch);
            return new Production(events, sink, progress, batch).run(totals(), err);
        }
    }

    private EventSource source() {
        return source == Source.FILE ? files.source(() -> aws.s3(here)) : random.source();
    }

    private EventSink sink() {
        return sinks.sink(aws, here, spec.commandLine().getOut());
    }

    /** Where events are printed, nothing else is. */
    private PrintWriter totals() {
        CommandLine line = spec.commandLine();
        return sinks.isConsole() ? line.getErr() : line.getOut();
    }

    private <T> T usable(Supplier<T> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }
}
