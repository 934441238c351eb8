package dev.tillstream.analytics.local;

import dev.tillstream.analytics.definition.ViewsFile;
import dev.tillstream.analytics.view.InvalidViewException;
import dev.tillstream.analytics.view.Views;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./run analytics --local}: events of standard input into rows; answers with one line. */
@Command(
        name = "./run analytics",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Count events without a cloud: one JSON event a line on standard input, rows in a folder.",
            "The rows are those that the platform writes. The end of the input closes every window."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every line was counted",
            "1:it ended early: standard input can't be read, or the folder not written to",
            "2:the command line is wrong; nothing was read",
            "3:all was read, but some of it can't be counted: it is in DIR/quarantine",
            "130:stopped by Ctrl-C; what was read by then is counted"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./run produce --source file --file day.csv --sink console | ./run analytics --local --out rows",
            "  ./run produce --source random --sink console | ./run analytics --local --views views.yaml --out rows"
        })
public final class AnalyticsCommand implements Callable<Integer> {

    public static final String NAME = "analytics";

    private static final int FAILED = 1;
    private static final int INCOMPLETE = 3;
    private static final int STOPPED = 130;

    /** Published windows take no more, some 50,000 of them; 256 MB are enough for all of it. */
    private static final long KEPT_BYTES = 50L << 20;

    private final InputStream in;
    private final InstantSource clock;
    private final long keptBytes;

    // Picocli writes the fields below, after construction.

    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(names = "--local", description = "On this machine alone: without it, nothing is done")
    private boolean local;

    @Option(
            names = "--views",
            paramLabel = "FILE",
            description = "What is summed, as in views.yaml; default: the views of the platform")
    private @Nullable Path views;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "Where rows go, laid out as in S3; made if need be, and empty")
    private Path out = Path.of("");

    AnalyticsCommand(InputStream in, InstantSource clock, long keptBytes) {
        this.in = in;
        this.clock = clock;
        this.keptBytes = keptBytes;
    }

    /** Runs it on the streams of this process; returns the exit code. */
    public static int execute(String[] arguments) {
        // What Spring says while it reads YAML is for the service's log.
        System.setProperty("slf4j.internal.verbosity", "WARN");
        System.setProperty("slf4j.provider", "org.slf4j.helpers.NOP_FallbackServiceProvider");
        return commandLine(new AnalyticsCommand(System.in, InstantSource.system(), KEPT_BYTES))
                .execute(arguments);
    }

    static CommandLine commandLine(AnalyticsCommand command) {
        return new CommandLine(command)
                .setParameterExceptionHandler((wrong, arguments) -> {
                    wrong.getCommandLine().getErr().println(wrong.getMessage());
                    return CommandLine.ExitCode.USAGE;
                });
    }

    @Override
    public Integer call() throws InterruptedException {
        if (!local) {
            throw wrong("Missing: --local (on AWS, analytics is a service)", null);
        }
        Views counted = views();
        makeFolder();
        PrintWriter err = spec.commandLine().getErr();
        var counts = new Counts(counted);
        var folder = new OutFolder(out, clock, UUID::randomUUID);
        var counting =
                new Counting(counted, folder, counts, new KeptWindows(keptBytes), err, clock);
        try (StopSignal signal = new StopSignal()) {
            Lines lines = Lines.of(in, clock);
            counting.run(lines, signal::isUrgent);
            spec.commandLine().getOut().println(counts.toJson());
            IOException failure = lines.failure();
            if (failure != null) {
                err.println("standard input can't be read: " + failure.getMessage());
                return FAILED;
            }
            if (signal.isGiven()) {
                return STOPPED;
            }
            return counts.quarantined() == 0 ? 0 : INCOMPLETE;
        } catch (UncheckedIOException e) {
            err.println(out + " can't be written to: " + e.getCause());
            return FAILED;
        }
    }

    private Views views() {
        Path file = views;
        if (file != null && !Files.exists(file)) {
            throw wrong(file + ": there is no such file", null);
        }
        try {
            return file == null ? ViewsFile.shipped() : ViewsFile.read(file);
        } catch (InvalidViewException e) {
            throw wrong(String.valueOf(e.getMessage()), e);
        } catch (IOException | RuntimeException e) {
            throw wrong(file + " can't be read: " + inOneLine(e), e);
        }
    }

    private void makeFolder() {
        try {
            Files.createDirectories(out);
            try (Stream<Path> content = Files.list(out)) {
                if (content.findAny().isPresent()) {
                    throw wrong(out + " isn't empty: rows of two runs can't be told apart", null);
                }
            }
        } catch (FileAlreadyExistsException e) {
            throw wrong(out + " is no folder", e);
        } catch (IOException e) {
            throw wrong(out + " can't be made: " + e, e);
        }
        if (!Files.isWritable(out)) {
            throw wrong(out + " can't be written to", null);
        }
    }

    private ParameterException wrong(String message, @Nullable Throwable cause) {
        return new ParameterException(spec.commandLine(), message, cause);
    }

    private static String inOneLine(Throwable failure) {
        return Objects.requireNonNullElse(failure.getMessage(), failure.toString())
                .lines()
                .map(String::strip)
                .collect(Collectors.joining(" "));
    }
}
