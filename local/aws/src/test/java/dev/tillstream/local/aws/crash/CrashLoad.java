package dev.tillstream.local.aws.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Writes, kills, starts again on the same folder, and in the end looks for what was acknowledged.
 */
final class CrashLoad {

    private static final Duration DELIVERY = Duration.ofSeconds(90);

    private final Path folder;
    private final int kills;
    private final int events;
    private final Random random;
    private final Ledger ledger = new Ledger();

    CrashLoad(Path folder, int kills, int events, long seed) {
        this.folder = folder;
        this.kills = kills;
        this.events = events;
        this.random = new Random(seed);
    }

    /** One place of one kind: what was acknowledged, found, is missing, and found again. */
    record Line(String place, int acknowledged, int found, Set<String> missing, int repeated) {

        @Override
        public String toString() {
            return "%-50s %12d %10d %9d %10d"
                    .formatted(place, acknowledged, found, missing.size(), repeated);
        }
    }

    /** Arguments: folder (made anew), kills, events, seed. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        if (Files.exists(folder)) {
            throw new IllegalArgumentException(folder + " exists already");
        }
        Files.createDirectories(folder.toAbsolutePath().getParent());
        CrashLoad load =
                new CrashLoad(
                        folder,
                        Integer.parseInt(arguments[1]),
                        Integer.parseInt(arguments[2]),
                        Long.parseLong(arguments[3]));
        List<Line> lines = load.run();
        System.out.printf(
                "%n%-50s %12s %10s %9s %10s%n",
                "after %s kills".formatted(arguments[1]),
                "acknowledged",
                "found",
                "missing",
                "repeated");
        lines.forEach(System.out::println);
        System.exit(lines.stream().allMatch(line -> line.missing().isEmpty()) ? 0 : 1);
    }

    List<Line> run() throws IOException, InterruptedException {
        List<Integer> points =
                random.ints(kills - 1L, events / (2 * kills), events).sorted().boxed().toList();
        Writers writers = new Writers(ledger, events);
        for (int point : points) {
            liveUntil(writers, point);
        }
        // The last one comes with the last answer: what is pending then is on disk alone.
        liveUntil(writers, events);
        try (AwsProcess aws = AwsProcess.start(folder);
                Readers readers = new Readers(aws)) {
            return read(readers);
        }
    }

    private void liveUntil(Writers writers, int point) throws IOException, InterruptedException {
        Instant started = Instant.now();
        try (AwsProcess aws = AwsProcess.start(folder)) {
            Duration start = Duration.between(started, Instant.now());
            if (ledger.acknowledged(Kind.EVENT) == 0) {
                Places.create(aws);
            }
            List<Thread> threads = writers.start(aws);
            while (ledger.acknowledged(Kind.EVENT) < point) {
                if (threads.stream().noneMatch(Thread::isAlive)) {
                    throw new IllegalStateException("Every writer has failed; see the log");
                }
                TimeUnit.MILLISECONDS.sleep(1);
            }
            // Somewhere in a call, not always at its end.
            TimeUnit.MICROSECONDS.sleep(random.nextInt(20_000));
            aws.kill();
            for (Thread thread : threads) {
                thread.join();
            }
            System.out.printf(
                    "started in %d ms, killed at %d events%n",
                    start.toMillis(), ledger.acknowledged(Kind.EVENT));
        }
    }

    private List<Line> read(Readers readers) throws InterruptedException {
        List<Line> lines = new ArrayList<>();
        for (String queue : List.of("tillstream-dispatch", "tillstream-warehouse")) {
            lines.add(consumed(Kind.EVENT, queue, () -> readers.messages(queue)));
        }
        lines.add(
                found(
                        Kind.EVENT,
                        "tillstream-sales-events",
                        () -> readers.records("tillstream-sales-events")));
        lines.add(found(Kind.EVENT, "raw/", () -> readers.contents("raw/")));
        lines.add(found(Kind.ITEM, "", readers::items));
        lines.add(consumed(Kind.MESSAGE, "", () -> readers.messages(Places.NAME)));
        lines.add(found(Kind.RECORD, "", () -> readers.records(Places.NAME)));
        lines.add(found(Kind.DELIVERY, "", () -> readers.contents(Places.DELIVERIES)));
        lines.add(found(Kind.OBJECT, "", () -> readers.keys(Places.OBJECTS)));
        return lines;
    }

    /** Reads all again until nothing is missing, or what may be pending had its time. */
    private Line found(Kind kind, String place, Supplier<List<String>> read)
            throws InterruptedException {
        return line(
                kind,
                place,
                new ArrayList<>(),
                found -> {
                    found.clear();
                    found.addAll(read.get());
                });
    }

    /** The same, when what was read is not there the next time. */
    private Line consumed(Kind kind, String place, Supplier<List<String>> read)
            throws InterruptedException {
        return line(kind, place, new ArrayList<>(), found -> found.addAll(read.get()));
    }

    private Line line(
            Kind kind,
            String place,
            List<String> found,
            java.util.function.Consumer<List<String>> read)
            throws InterruptedException {
        Instant end = Instant.now().plus(DELIVERY);
        Set<String> missing = Set.of();
        do {
            read.accept(found);
            missing = new HashSet<>(ledger.of(kind));
            missing.removeAll(new HashSet<>(found));
            if (!missing.isEmpty()) {
                TimeUnit.MILLISECONDS.sleep(500);
            }
        } while (!missing.isEmpty() && Instant.now().isBefore(end));
        int distinct = new HashSet<>(found).size();
        return new Line(
                (kind.title() + " " + place).strip(),
                ledger.acknowledged(kind),
                distinct,
                missing,
                found.size() - distinct);
    }
}
