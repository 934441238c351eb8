package dev.tillstream.local.benchmarks.ingest;

import dev.tillstream.access.dynamodb.KeyTable;
import dev.tillstream.access.key.KeyOffice;
import dev.tillstream.access.key.Role;
import dev.tillstream.local.benchmarks.EmbeddedAws;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Prints one table, then what an overload does. */
final class IngestBenchmark {

    private static final Duration BUS = Duration.ofMillis(20);
    private static final long MAX_EVENTS = 200_000_000;
    private static final int CONNECTIONS = 256;

    /** As docker-compose.yml starts it in its 512 MB; others for a comparison. */
    private static final String JVM = System.getProperty("ingest.jvm", "-XX:+UseSerialGC -Xmx307m");

    private final Path root;
    private final Duration warmUp;
    private final Duration time;
    private final AtomicLong numbers = new AtomicLong();
    private final Sightings accepted = new Sightings(MAX_EVENTS);
    private final StubBus bus;
    private final URI keys;
    private final String key;

    private IngestBenchmark(Path root, Duration warmUp, Duration time, StubBus bus, URI keys) {
        this.root = root;
        this.warmUp = warmUp;
        this.time = time;
        this.bus = bus;
        this.keys = keys;
        this.key = adminKey(keys);
    }

    /** Arguments: seconds of warm-up, of each measurement, of the overload. */
    public static void main(String[] arguments) throws Exception {
        Path root = Path.of(System.getProperty("tillstream.root", ".")).toAbsolutePath();
        try (StubBus bus = StubBus.start(BUS, new Sightings(MAX_EVENTS));
                // Only the table of keys is asked, every ten seconds.
                EmbeddedAws aws = EmbeddedAws.start("keys", root, List.of())) {
            new IngestBenchmark(
                            root,
                            seconds(arguments, 0, 15),
                            seconds(arguments, 1, 15),
                            bus,
                            aws.endpoint())
                    .run(seconds(arguments, 2, 600));
        }
        System.exit(0);
    }

    private static String adminKey(URI keys) {
        try (DynamoDbClient client =
                DynamoDbClient.builder()
                        .endpointOverride(keys)
                        .region(Region.US_EAST_1)
                        .credentialsProvider(
                                StaticCredentialsProvider.create(
                                        AwsBasicCredentials.create("test", "test")))
                        .build()) {
            KeyTable table = new KeyTable(client, "tillstream-store-keys");
            return new KeyOffice(table, InstantSource.system(), new SecureRandom())
                    .create(Role.ADMIN)
                    .key()
                    .reveal();
        }
    }

    private static Duration seconds(String[] arguments, int index, int preset) {
        return Duration.ofSeconds(
                arguments.length > index ? Integer.parseInt(arguments[index]) : preset);
    }

    private void run(Duration overload) throws Exception {
        System.out.println(
                "| service | events a request | accepted events/s | events per CPU second | fill |"
                        + " p50, p99 at half of it | RSS |");
        System.out.println("|---|---|---|---|---|---|---|");
        for (int perRequest : List.of(1, 10)) {
            try (ServiceProcess naive = start("naive", naive())) {
                measure(naive, perRequest);
            }
        }
        double peak = 0;
        for (int perRequest : List.of(1, 10)) {
            try (ServiceProcess ingest = start("ingest-service", ingest())) {
                peak = measure(ingest, perRequest);
            }
        }
        if (!overload.isZero()) {
            try (ServiceProcess ingest = start("ingest-service", ingest())) {
                overload(ingest, peak, overload);
            }
        }
    }

    private ServiceProcess start(String name, List<String> options) throws Exception {
        Path log = root.resolve("local/benchmarks/target/" + name + ".log");
        return ServiceProcess.start(name, log, bus.endpoint(), keys, options);
    }

    private double measure(ServiceProcess service, int perRequest) throws Exception {
        load(service, perRequest, 0, warmUp);
        double cpu = service.cpuSeconds();
        long calls = bus.calls();
        long entries = bus.entries();
        Load.Result peak = load(service, perRequest, 0, time);
        double perCpuSecond = peak.events() / (service.cpuSeconds() - cpu);
        double fill = (double) (bus.entries() - entries) / (bus.calls() - calls);
        double half = peak.eventsPerSecond() / perRequest / 2;
        Load.Result steady = load(service, perRequest, half, time);
        System.out.printf(
                "| %s | %d | %.0f | %.0f | %.1f | %d ms, %d ms | %d MB (most: %d) |%n",
                service.name(),
                perRequest,
                peak.eventsPerSecond(),
                perCpuSecond,
                fill,
                steady.p50(),
                steady.p99(),
                service.residentMegabytes(),
                service.peakMegabytes());
        return peak.eventsPerSecond();
    }

    /** Three times as much as it took, on ever more connections, for as long as it is told. */
    private void overload(ServiceProcess service, double peak, Duration length) throws Exception {
        load(service, 10, 0, warmUp);
        List<Long> memory = new ArrayList<>();
        int slices = 10;
        System.out.println();
        System.out.println(
                "| overload, minute | accepted events/s | 202 | 503 | no answer | p99 | RSS |");
        System.out.println("|---|---|---|---|---|---|---|");
        for (int i = 1; i <= slices; i++) {
            Load load = new Load(service.port(), key, 10, numbers, accepted);
            Load.Result result = load.run(4 * CONNECTIONS, 3 * peak / 10, length.dividedBy(slices));
            memory.add(service.residentMegabytes());
            System.out.printf(
                    "| %.1f | %.0f | %d | %d | %d | %d ms | %d MB |%n",
                    length.toSeconds() * i / (60.0 * slices),
                    result.eventsPerSecond(),
                    result.requests() - result.pushedBack(),
                    result.pushedBack(),
                    result.unanswered(),
                    result.p99(),
                    memory.getLast());
        }
        System.out.printf(
                "Events answered 202 that are not on the bus: %d of %d%n",
                accepted.missingIn(bus.seen()), accepted.count());
    }

    private Load.Result load(
            ServiceProcess service, int perRequest, double requestsPerSecond, Duration length)
            throws InterruptedException {
        return new Load(service.port(), key, perRequest, numbers, accepted)
                .run(CONNECTIONS, requestsPerSecond, length);
    }

    private static List<String> naive() {
        return List.of(
                "-cp",
                System.getProperty("java.class.path"),
                "-Xmx256m",
                "-Dlogging.level.root=WARN",
                "-Dspring.main.banner-mode=off",
                NaiveService.class.getName());
    }

    private List<String> ingest() {
        List<String> options = new ArrayList<>(List.of(JVM.split(" ")));
        options.add("-jar");
        options.add(
                root.resolve("ingest-service/target/ingest-service-0.1.0-SNAPSHOT-exec.jar")
                        .toString());
        return options;
    }
}
