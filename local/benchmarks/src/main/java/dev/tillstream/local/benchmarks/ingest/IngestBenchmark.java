package dev.tillstream.local.benchmarks.ingest;

import dev.tillstream.access.key.Role;
import dev.tillstream.local.benchmarks.EmbeddedAws;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Prints one table, then what an overload does. */
final class IngestBenchmark {

    private static final Duration BUS = Duration.ofMillis(20);
    private static final long MAX_EVENTS = 200_000_000;
    private static final int FEW = 16;
    private static final int MANY = 256;
    private static final List<Integer> PER_REQUEST = List.of(1, 10, 50);
    private static final int OVERLOAD_EVENTS = 10;

    /** As docker-compose.yml starts it; others for a comparison. */
    private static final String JVM =
            System.getProperty(
                    "ingest.jvm", "-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx100m -Xmn34m");

    /** Which service the table has; empty for both. */
    private static final String ONLY = System.getProperty("ingest.only", "");

    private final Path root;
    private final Duration warmUp;
    private final Duration time;
    private final AtomicLong numbers = new AtomicLong();
    private final Sightings accepted = new Sightings(MAX_EVENTS);
    private final StubBus bus;
    private final URI keys;
    private final String key;

    private IngestBenchmark(
            Path root, Duration warmUp, Duration time, StubBus bus, EmbeddedAws aws) {
        this.root = root;
        this.warmUp = warmUp;
        this.time = time;
        this.bus = bus;
        this.keys = aws.endpoint();
        this.key = aws.keys().create(Role.ADMIN).key().reveal();
    }

    /** Arguments: seconds of warm-up, of each measurement, of the overload. */
    public static void main(String[] arguments) throws Exception {
        Path root = Path.of(System.getProperty("tillstream.root", ".")).toAbsolutePath();
        try (StubBus bus = StubBus.start(BUS, new Sightings(MAX_EVENTS));
                // Only the table of keys is asked, every ten seconds.
                EmbeddedAws aws = EmbeddedAws.start("keys", root, List.of())) {
            new IngestBenchmark(
                            root, seconds(arguments, 0, 40), seconds(arguments, 1, 10), bus, aws)
                    .run(seconds(arguments, 2, 600));
        }
        System.exit(0);
    }

    private static Duration seconds(String[] arguments, int index, int preset) {
        return Duration.ofSeconds(
                arguments.length > index ? Integer.parseInt(arguments[index]) : preset);
    }

    private void run(Duration overload) throws Exception {
        if (!time.isZero()) {
            System.out.println(
                    "| service | connections | events a request | accepted events/s | events per"
                            + " CPU second | fill | p50, p99 at half of it | RSS (most) |");
            System.out.println("|---|---|---|---|---|---|---|---|");
            table("naive", naive());
            table("ingest-service", ingest());
        }
        if (!overload.isZero()) {
            try (ServiceProcess ingest = start("ingest-service", ingest())) {
                overload(ingest, overload);
            }
        }
    }

    private void table(String name, List<String> options) throws Exception {
        if (!name.contains(ONLY)) {
            return;
        }
        try (ServiceProcess service = start(name, options)) {
            for (int perRequest : PER_REQUEST) {
                load(service, MANY, perRequest, 0, warmUp.dividedBy(PER_REQUEST.size()));
            }
            for (int connections : List.of(FEW, MANY)) {
                for (int perRequest : PER_REQUEST) {
                    measure(service, connections, perRequest);
                }
            }
        }
    }

    private ServiceProcess start(String name, List<String> options) throws Exception {
        Path log = root.resolve("local/benchmarks/target/" + name + ".log");
        return ServiceProcess.start(name, log, bus.endpoint(), keys, options);
    }

    private void measure(ServiceProcess service, int connections, int perRequest) throws Exception {
        double cpu = service.cpuSeconds();
        long calls = bus.calls();
        long entries = bus.entries();
        Load.Result peak = load(service, connections, perRequest, 0, time);
        double perCpuSecond = peak.events() / (service.cpuSeconds() - cpu);
        double fill = (double) (bus.entries() - entries) / (bus.calls() - calls);
        double half = peak.eventsPerSecond() / perRequest / 2;
        Load.Result steady = load(service, connections, perRequest, half, time);
        System.out.printf(
                "| %s | %d | %d | %.0f | %.0f | %.1f | %d ms, %d ms | %d MB (%d) |%n",
                service.name(),
                connections,
                perRequest,
                peak.eventsPerSecond(),
                perCpuSecond,
                fill,
                steady.p50(),
                steady.p99(),
                service.residentMegabytes(),
                service.peakMegabytes());
        if (peak.pushedBack() + peak.unanswered() + steady.pushedBack() + steady.unanswered() > 0) {
            System.out.printf("refused: %s, then %s%n", peak, steady);
        }
    }

    /** Three times as much as it took, on four times the connections, for as long as it is told. */
    private void overload(ServiceProcess service, Duration length) throws Exception {
        load(service, MANY, OVERLOAD_EVENTS, 0, warmUp);
        double peak =
                load(service, MANY, OVERLOAD_EVENTS, 0, Duration.ofSeconds(15)).eventsPerSecond();
        System.out.println();
        System.out.printf(
                "Capacity: %.0f events/s in requests of %d; three times as many on %d connections:%n",
                peak, OVERLOAD_EVENTS, 4 * MANY);
        System.out.println(
                "| minute | offered events/s | accepted | 2xx | 429 | 503 | other | closed |"
                        + " p50, p99 of a 2xx | slowest answer | RSS (most) |");
        System.out.println("|---|---|---|---|---|---|---|---|---|---|---|");
        int slices = 10;
        for (int i = 1; i <= slices; i++) {
            Load load = new Load(service.port(), key, OVERLOAD_EVENTS, numbers, accepted);
            Load.Result result =
                    load.run(4 * MANY, 3 * peak / OVERLOAD_EVENTS, length.dividedBy(slices));
            System.out.printf(
                    "| %.1f | %.0f | %.0f | %d | %d | %d | %d | %d | %d ms, %d ms | %d ms | %d MB (%d) |%n",
                    length.toSeconds() * i / (60.0 * slices),
                    result.requests() * OVERLOAD_EVENTS / result.seconds(),
                    result.eventsPerSecond(),
                    result.accepted(),
                    result.tooMany(),
                    result.unavailable(),
                    result.other(),
                    result.unanswered(),
                    result.p50(),
                    result.p99(),
                    result.slowest(),
                    service.residentMegabytes(),
                    service.peakMegabytes());
        }
        System.out.printf(
                "Events answered 202 that are not on the bus: %d of %d%n",
                accepted.missingIn(bus.seen()), accepted.count());
    }

    private Load.Result load(
            ServiceProcess service,
            int connections,
            int perRequest,
            double requestsPerSecond,
            Duration length)
            throws InterruptedException {
        return new Load(service.port(), key, perRequest, numbers, accepted)
                .run(connections, requestsPerSecond, length);
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
                System.getProperty(
                        "ingest.jar",
                        root.resolve("ingest-service/target/ingest-service-0.1.0-SNAPSHOT-exec.jar")
                                .toString()));
        return options;
    }
}
