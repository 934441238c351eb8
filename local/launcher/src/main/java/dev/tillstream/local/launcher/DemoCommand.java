package dev.tillstream.local.launcher;

import dev.tillstream.local.audit.stored.AwsClients;
import dev.tillstream.local.launcher.demo.Demo;
import dev.tillstream.local.launcher.house.Addresses;
import dev.tillstream.local.launcher.house.House;
import dev.tillstream.local.launcher.house.Installation;
import dev.tillstream.local.launcher.house.Service;
import dev.tillstream.local.launcher.key.LocalKeys;
import dev.tillstream.producer.command.Durations;
import dev.tillstream.producer.file.FileSource;
import dev.tillstream.producer.file.Rejects;
import dev.tillstream.producer.input.LocalInput;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A day's sales through every hop, then the proof; what it started is stopped in the end. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "Send a real day of a real shop through every hop and prove that no cent was lost.",
            "The last line is one JSON object; the exit code is 0 only if everything agrees."
        })
final class DemoCommand implements Callable<Integer> {

    private static final int LINES_AT_ONCE = 1_000;
    private static final String SAMPLE = "samples/online-retail-2010-12-01.csv";

    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private HouseOptions options = new HouseOptions();
    @Mixin private RunningOptions running = new RunningOptions();

    @Option(
            names = "--file",
            paramLabel = "PATH",
            description =
                    ".csv or .tsv, or one event per line (.ndjson, .jsonl), zipped or not; default: "
                            + SAMPLE)
    private @Nullable Path file;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description =
                    "Folder for the delivered objects and revenue.csv; default: demo in the"
                            + " state folder")
    private @Nullable Path out;

    @Option(
            names = "--keys",
            paramLabel = "DIR",
            description = "Folder for the stores' keys; default: keys in the state folder")
    private @Nullable Path keys;

    @Option(
            names = "--batch",
            paramLabel = "EVENTS",
            defaultValue = "100",
            description =
                    "Events in one request, 1 to 500 (default: ${DEFAULT-VALUE}; LocalStack takes 10"
                            + " in time)")
    private int batch = 100;

    @Option(
            names = "--patience",
            paramLabel = "TIME",
            converter = Durations.class,
            defaultValue = "3m",
            description =
                    "How long nothing may arrive before it gives up (default: ${DEFAULT-VALUE})")
    private Duration patience = Duration.ofMinutes(3);

    @Override
    public Integer call() throws InterruptedException, IOException {
        if (batch < 1 || batch > 500) {
            throw new ParameterException(
                    spec.commandLine(), "--batch must be 1 to 500, is " + batch);
        }
        Screen screen = new Screen(spec.commandLine().getOut());
        Path events = file == null ? Installation.find().root().resolve(SAMPLE) : file;
        Path results = out == null ? options.state().resolve("demo") : out;
        check(events, results);
        try (FileSource source = open(events, results)) {
            if (running.isChosen()) {
                screen.say("1  Tillstream runs at " + running.addresses().ingest());
                return demonstrate(running.addresses(), () -> {}, screen, source, events, results);
            }
            screen.say("1  Starting AWS and the services on this machine");
            try (Household household =
                    Household.start(options.settings(List.of(Service.values())), screen)) {
                House house = household.house();
                return demonstrate(
                        house.ports().addresses(),
                        house::throwFailure,
                        screen,
                        source,
                        events,
                        results);
            }
        }
    }

    /** A bad line is told before anything is started. */
    private static void check(Path file, Path results) throws IOException {
        try (FileSource source = open(file, results)) {
            while (!source.next(LINES_AT_ONCE).isEmpty()) {
                // Nothing is done with them yet.
            }
        }
    }

    /** Nothing of a demonstration may be left out. */
    private static FileSource open(Path file, Path results) throws IOException {
        Rejects none = Rejects.to(results.resolve("rejected"), 0);
        return FileSource.open(LocalInput.of(file), null, null, none);
    }

    private int demonstrate(
            Addresses addresses,
            Runnable check,
            Screen screen,
            FileSource source,
            Path events,
            Path results)
            throws InterruptedException, IOException {
        try (AwsClients clients = AwsClients.at(addresses.aws())) {
            Path folder = keys == null ? options.state().resolve("keys") : keys;
            LocalKeys made = LocalKeys.of(clients.dynamoDb(), folder);
            Demo demo = new Demo(addresses, check, clients, made, screen, batch, patience);
            return demo.run(source, events, results) ? 0 : 1;
        }
    }
}
