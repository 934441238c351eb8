package dev.tillstream.producer.manifest;

import dev.tillstream.contract.Money;
import dev.tillstream.producer.Progress;
import dev.tillstream.producer.Tally;
import dev.tillstream.producer.UndeliveredException;
import dev.tillstream.producer.file.BadFileException;
import dev.tillstream.producer.form.BadHeaderException;
import dev.tillstream.producer.input.UnreadableException;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Sends the entries of a manifest, each by a producer of its own, some at a time. */
public final class ManifestRun implements AutoCloseable {

    /** At once; the others wait for their turn. */
    private static final int PRODUCERS = 8;

    private static final Duration LOOK_EVERY = Duration.ofMillis(200);
    private static final Duration LANDING = Duration.ofSeconds(5);

    private final List<EntryRun> runs;
    private final ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();

    private ManifestRun(List<EntryRun> runs) {
        this.runs = runs;
    }

    /**
     * Opens every object; if one can't be sent, nothing is.
     *
     * @throws BadManifestException if an entry can't be sent
     * @throws BadFileException if an object's header can't be worked with
     */
    public static ManifestRun open(Manifest manifest, Marks marks, ManifestSettings settings) {
        List<EntryRun> runs = new ArrayList<>();
        try {
            for (Manifest.Entry entry : manifest.entries()) {
                runs.add(EntryRun.open(entry, marks, settings));
            }
        } catch (IOException e) {
            runs.forEach(EntryRun::close);
            throw new BadManifestException(String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            runs.forEach(EntryRun::close);
            throw e;
        }
        return new ManifestRun(runs);
    }

    /** Returns when each producer has ended, or soon after an interrupt. */
    public void run(Progress progress) throws InterruptedException {
        CountDownLatch ended = new CountDownLatch(runs.size());
        ExecutorService producers = Executors.newFixedThreadPool(PRODUCERS);
        try {
            for (EntryRun run : runs) {
                producers.execute(() -> {
                    produce(run);
                    ended.countDown();
                });
            }
            while (!ended.await(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                progress.show(settled(), OptionalDouble.of(done()));
            }
        } finally {
            producers.shutdownNow();
            if (!producers.awaitTermination(LANDING.toMillis(), TimeUnit.MILLISECONDS)) {
                failures.add("Not every producer has stopped in time");
            }
        }
    }

    /** What each producer did, in lines for a person. */
    public void report(PrintWriter out) {
        failures.forEach(out::println);
        for (EntryRun run : runs) {
            run.tally().reasons().forEach(reason -> out.println("rejected " + reason));
            out.println(run.report());
        }
    }

    /** Whether every producer came to its end. */
    public boolean hasEnded() {
        return failures.isEmpty();
    }

    /** Whether every line was an event that its stream has. */
    public boolean isWhole() {
        return hasEnded() && runs.stream().allMatch(EntryRun::isWhole);
    }

    /** All of them together, in runs before this one too. */
    public Tally total() {
        long accepted = 0;
        long rejected = 0;
        Money sales = Money.ZERO;
        for (EntryRun run : runs) {
            accepted += run.tally().accepted();
            rejected += run.tally().rejected();
            sales = sales.plus(run.tally().sales());
        }
        return Tally.resumed(accepted, rejected, sales.toString());
    }

    @Override
    public void close() {
        runs.forEach(EntryRun::close);
    }

    private void produce(EntryRun run) {
        try {
            run.run();
        } catch (BadFileException
                | BadHeaderException
                | UnreadableException
                | UndeliveredException
                | IOException e) {
            failures.add(run.entry().id() + ": " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            failures.add(run.entry().id() + ": stopped");
        } catch (RuntimeException e) {
            failures.add(run.entry().id() + ": " + e);
        }
    }

    private long settled() {
        return runs.stream().mapToLong(r -> r.tally().accepted() + r.tally().rejected()).sum();
    }

    private double done() {
        double all = runs.stream().mapToLong(EntryRun::size).sum();
        return all == 0 ? 1 : runs.stream().mapToDouble(r -> r.size() * r.done()).sum() / all;
    }
}
