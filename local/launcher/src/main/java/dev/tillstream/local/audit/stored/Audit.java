package dev.tillstream.local.audit.stored;

import dev.tillstream.local.audit.AcceptedSale;
import dev.tillstream.local.audit.AuditReport;
import dev.tillstream.local.audit.Evidence;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads what a Tillstream installation has stored and audits it. It only reads: dead letters stay
 * in their queue.
 */
public final class Audit {

    private static final String ACCOUNT = "000000000000";
    private static final Duration POLL = Duration.ofMillis(250);

    private final AwsClients clients;
    private final String project;
    private final Duration archiveDelay;
    private final Bucket bucket;
    private final RawEvents raw;
    private final StreamSales direct;
    private final DeliveredRows rows;

    /**
     * An audit of one installation.
     *
     * @param project the first part of every name, as in the templates
     * @param archiveDelay how long the archive may lag behind: more than its delivery's buffering
     */
    public Audit(AwsClients clients, String project, Duration archiveDelay) {
        this.clients = clients;
        this.project = project;
        this.archiveDelay = archiveDelay;
        bucket = new Bucket(clients.s3(), project + "-data-" + ACCOUNT);
        raw = new RawEvents(bucket);
        direct = new StreamSales(clients.kinesis(), project + "-sales-events");
        rows = new DeliveredRows(bucket);
    }

    /**
     * What the platform has stored, while it may be running: between two readings of the archive
     * lies the reading of everything else, so that what came in meanwhile is known to be under way.
     * Objects that an earlier run of this audit has read are not read again.
     */
    public AuditReport run() throws InterruptedException {
        raw.readNew();
        direct.readNew();
        Set<String> before = accepted();

        Set<String> orders = keys("orders", "order_id");
        Set<String> stockChanges = keys("stock-ledger", "change_id");
        var delivered = rows.read();
        var windows = new WindowTable(clients.dynamoDb(), project + "-windows").read();
        var quarantined = new Quarantined(bucket).read();
        var queues = new Queues(clients.sqs(), project);
        var deadLetters = queues.identitiesIn("sales-events-dlq");

        Set<String> seen = new HashSet<>(stockChanges);
        seen.addAll(orders);
        windows.values().forEach(window -> seen.addAll(window.identities()));
        direct.readNew();
        seen.removeAll(direct.sales().keySet());
        awaitArchived(seen);
        Set<String> recent = accepted();
        recent.removeAll(before);
        Set<String> onlyOnStream = new HashSet<>(direct.sales().keySet());
        onlyOnStream.removeAll(raw.sales().keySet());
        Map<String, AcceptedSale> sales = new HashMap<>(direct.sales());
        sales.putAll(raw.sales());
        return new AuditReport(
                new Evidence(
                        sales,
                        onlyOnStream,
                        raw.stockEvents(),
                        recent,
                        delivered,
                        windows,
                        quarantined,
                        deadLetters,
                        orders,
                        stockChanges,
                        depths(queues),
                        raw.unreadable()));
    }

    /**
     * Waits until the archive, whose delivery is buffered, has every event that was seen elsewhere;
     * one that it still lacks in the end is reported as unexpected.
     */
    private void awaitArchived(Set<String> seen) throws InterruptedException {
        long deadline = System.nanoTime() + archiveDelay.toNanos();
        raw.readNew();
        while (!raw.identities().containsAll(seen) && System.nanoTime() < deadline) {
            Thread.sleep(POLL);
            raw.readNew();
        }
    }

    private Set<String> accepted() {
        Set<String> identities = raw.identities();
        identities.addAll(direct.sales().keySet());
        return identities;
    }

    private Set<String> keys(String table, String key) {
        return new TableKeys(clients.dynamoDb(), project + "-" + table, key).read();
    }

    private static Map<String, Long> depths(Queues queues) {
        Map<String, Long> depths = new TreeMap<>();
        for (String queue : Queues.ALL) {
            depths.put(queue, queues.depth(queue));
        }
        return depths;
    }
}
