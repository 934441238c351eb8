package dev.tillstream.local.launcher.demo;

import dev.tillstream.access.key.Role;
import dev.tillstream.local.audit.AuditReport;
import dev.tillstream.local.audit.AuditText;
import dev.tillstream.local.audit.stored.Audit;
import dev.tillstream.local.audit.stored.AwsClients;
import dev.tillstream.local.launcher.house.Addresses;
import dev.tillstream.local.launcher.key.LocalKeys;
import dev.tillstream.local.launcher.process.Voice;
import dev.tillstream.producer.EventSource;
import dev.tillstream.producer.Producer;
import dev.tillstream.producer.UndeliveredException;
import dev.tillstream.producer.http.HttpSettings;
import dev.tillstream.producer.http.HttpSink;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;

/** Sends a file through what runs, waits until all of it has arrived, and proves it. */
public final class Demo {

    private static final String PROJECT = "tillstream";
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    /** Well above the buffering of the launcher's delivery streams, 2 s. */
    private static final Duration ARCHIVE_DELAY = Duration.ofSeconds(10);

    private final Addresses addresses;
    private final Runnable check;
    private final AwsClients clients;
    private final LocalKeys keys;
    private final Voice voice;
    private final int batch;
    private final Duration patience;
    private final SentSales sent = new SentSales();

    /**
     * A demonstration on what runs.
     *
     * @param check throws why it can't go on, if that is known
     * @param batch events in one request: a slow bus takes fewer in the time that a request has
     * @param patience how long nothing may arrive before the wait is given up
     */
    public Demo(
            Addresses addresses,
            Runnable check,
            AwsClients clients,
            LocalKeys keys,
            Voice voice,
            int batch,
            Duration patience) {
        this.addresses = addresses;
        this.check = check;
        this.clients = clients;
        this.keys = keys;
        this.voice = voice;
        this.batch = batch;
        this.patience = patience;
    }

    /**
     * Ends with one line of JSON.
     *
     * @param out folder for what was delivered
     * @return whether everything agrees
     */
    public boolean run(EventSource source, Path file, Path out)
            throws InterruptedException, IOException {
        send(source, file);
        AuditReport report = awaitArrival();
        new SaleTrail(addresses, keys.of(Role.READER), voice).follow(sent.first(), report);
        voice.say("5  Proof, from what is stored");
        AuditText.table(report).lines().forEach(voice::say);
        new DeliveredFiles(clients.s3(), PROJECT).copyTo(out);
        DeliveredFiles.writeRevenue(out, AuditText.csv(report));
        voice.say("   delivered objects and revenue.csv: " + out);
        voice.say(AuditText.line(report));
        return isAllThere(report);
    }

    private void send(EventSource source, Path file) throws InterruptedException {
        voice.say("2  Tills send the events of %s to ingest".formatted(file.getFileName()));
        long start = System.nanoTime();
        HttpSettings settings = HttpSettings.of(addresses.ingest());
        try (HttpSink sink = new HttpSink(settings, keys, new Random())) {
            new Producer(source, sink, batch).run(sent);
        } catch (UndeliveredException e) {
            // The cause says more than its consequence.
            check.run();
            throw e;
        }
        sent.tally().reasons().forEach(reason -> voice.say("   rejected " + reason));
        voice.say(
                "   ingest accepted %d, rejected %d, in %.1f s: %s in sales minus returns"
                        .formatted(
                                sent.tally().accepted(),
                                sent.tally().rejected(),
                                (System.nanoTime() - start) / 1e9,
                                sent.tally().sales()));
    }

    private AuditReport awaitArrival() throws InterruptedException {
        voice.say("3  The bus hands each event to dispatch, warehouse, analytics and the archive");
        Audit audit = new Audit(clients, PROJECT, ARCHIVE_DELAY);
        Progress progress = new Progress(voice);
        long moved = System.nanoTime();
        while (true) {
            check.run();
            AuditReport report = audit.run();
            if (progress.show(report)) {
                moved = System.nanoTime();
            }
            if (isAllThere(report) || System.nanoTime() - moved > patience.toNanos()) {
                return report;
            }
            Thread.sleep(LOOK_EVERY);
        }
    }

    private boolean isAllThere(AuditReport report) {
        return report.isExact()
                && report.hasAccepted(sent.identities())
                && sent.tally().rejected() == 0;
    }
}
