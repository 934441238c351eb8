package dev.tillstream.local.benchmarks.producer;

import com.sun.management.OperatingSystemMXBean;
import dev.tillstream.contract.StoreEvent;
import dev.tillstream.local.benchmarks.EmbeddedAws;
import dev.tillstream.producer.EventSink;
import dev.tillstream.producer.EventSource;
import dev.tillstream.producer.Producer;
import dev.tillstream.producer.Tally;
import dev.tillstream.producer.envelope.Envelope;
import dev.tillstream.producer.file.FileSource;
import dev.tillstream.producer.file.Rejects;
import dev.tillstream.producer.http.HttpSettings;
import dev.tillstream.producer.http.HttpSink;
import dev.tillstream.producer.key.StoreKeys;
import dev.tillstream.producer.kinesis.KinesisApi;
import dev.tillstream.producer.kinesis.KinesisSettings;
import dev.tillstream.producer.kinesis.KinesisSink;
import dev.tillstream.producer.kinesis.PartitionKey;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.kinesis.KinesisClient;

/** The file source alone, then into the http sink and into the aggregated kinesis sink. */
public final class ProducerBenchmark {

    private static final long MEGABYTE = 1_000_000;
    private static final int WARM_UP = 40;

    private final Path root;
    private final Path sample;

    private ProducerBenchmark(Path root) {
        this.root = root;
        sample = root.resolve("samples/online-retail-2010-12-01.csv");
    }

    /** How many megabytes to read (500), and how many of events to send by each sink (20). */
    public static void main(String[] arguments) throws Exception {
        long read = arguments.length > 0 ? Long.parseLong(arguments[0]) : 500;
        long sent = arguments.length > 1 ? Long.parseLong(arguments[1]) : 20;
        ProducerBenchmark benchmark =
                new ProducerBenchmark(Path.of(System.getProperty("tillstream.root", ".")));
        System.out.println("| | events | wall | CPU | a second of wall | a second of CPU |");
        System.out.println("|---|---|---|---|---|---|");
        benchmark.read(WARM_UP);
        benchmark.read(read).print("file source, %d MB".formatted(read), read, "MB");
        benchmark.http(sent);
        benchmark.kinesis(sent);
        System.out.printf(
                "%nheap at most %d MB, RSS at most %d MB%n",
                Runtime.getRuntime().maxMemory() / MEGABYTE, residentMegabytes());
        System.exit(0);
    }

    private record Measured(long events, double wall, double cpu) {

        void print(String name, long amount, String unit) {
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %,d | %.1f s | %.1f s | %,.0f %s | %,.0f %s |%n",
                    name,
                    events,
                    wall,
                    cpu,
                    (double) amount / wall,
                    unit,
                    (double) amount / cpu,
                    unit);
        }
    }

    @FunctionalInterface
    private interface Work {
        long run() throws InterruptedException;
    }

    private Measured read(long megabytes) throws IOException, InterruptedException {
        try (EventSource day = day(megabytes)) {
            return measure(() -> {
                long events = 0;
                for (List<StoreEvent> some = day.next(1_000);
                        !some.isEmpty();
                        some = day.next(1_000)) {
                    events += some.size();
                }
                return events;
            });
        }
    }

    private void http(long megabytes) throws IOException, InterruptedException {
        Process stub =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                                "-Xmx64m",
                                "-cp",
                                System.getProperty("java.class.path"),
                                StubIngest.class.getName())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        try {
            String port = stub.inputReader().readLine();
            HttpSettings settings = HttpSettings.of(URI.create("http://127.0.0.1:" + port));
            try (HttpSink sink = new HttpSink(settings, StoreKeys.NONE, new Random())) {
                send(sink, 100, megabytes / 4);
                Measured sent = send(sink, 100, megabytes);
                sent.print("http, to a stub", sent.events(), "events");
            }
        } finally {
            stub.destroyForcibly().waitFor();
        }
    }

    private void kinesis(long megabytes) throws IOException, InterruptedException {
        try (EmbeddedAws aws = EmbeddedAws.start("embedded AWS", root, "384m", List.of());
                KinesisClient client =
                        aws.client(
                                KinesisClient.builder()
                                        .httpClientBuilder(UrlConnectionHttpClient.builder())
                                        .overrideConfiguration(override ->
                                                override.retryStrategy(
                                                        AwsRetryStrategy.doNotRetry())))) {
            for (KinesisApi api : List.of(KinesisApi.PUT_RECORDS, KinesisApi.AGGREGATED)) {
                KinesisSettings settings =
                        KinesisSettings.of(
                                event -> "tillstream-" + event.detailType(),
                                api,
                                PartitionKey.STORE);
                Envelope envelope = new Envelope("000000000000", "us-east-1");
                try (KinesisSink sink = new KinesisSink(client, settings, envelope, new Random())) {
                    send(sink, 4_000, megabytes / 4);
                    Measured sent = send(sink, 4_000, megabytes);
                    sent.print("kinesis " + api + ", to local/aws", sent.events(), "records");
                }
            }
        }
    }

    private Measured send(EventSink sink, int batch, long megabytes)
            throws IOException, InterruptedException {
        Tally tally = new Tally();
        try (EventSource day = day(megabytes)) {
            return measure(() -> {
                new Producer(day, sink, batch).run(tally);
                return tally.accepted();
            });
        }
    }

    private FileSource day(long megabytes) throws IOException {
        Rejects none = Rejects.to(root.resolve("local/benchmarks/target/rejected"), 0);
        return FileSource.open(RepeatedDay.of(sample, megabytes * MEGABYTE), null, null, none);
    }

    private static Measured measure(Work work) throws InterruptedException {
        OperatingSystemMXBean system =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        long cpu = system.getProcessCpuTime();
        long wall = System.nanoTime();
        long events = work.run();
        return new Measured(
                events, (System.nanoTime() - wall) / 1e9, (system.getProcessCpuTime() - cpu) / 1e9);
    }

    private static long residentMegabytes() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                        .filter(line -> line.startsWith("VmHWM:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                        .sum()
                / 1024;
    }
}
