package dev.tillstream.local.audit.stored;

import dev.tillstream.local.audit.AuditReport;
import dev.tillstream.local.audit.Evidence;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads what a Tillstream installation has stored and audits it. It only reads: dead letters stay
 * in their queue.
 */
public final class Audit {

    private static final String ACCOUNT = "000000000000";

    private final AwsClients clients;
    private final String project;

    /**
     * An audit of one installation.
     *
     * @param project the first part of every name, as in the templates
     */
    public Audit(AwsClients clients, String project) {
        this.clients = clients;
        this.project = project;
    }

    public AuditReport run() {
        // From the end of the chain to its start: what arrives meanwhile is open, never missing.
        Set<String> orders = keys("orders", "order_id");
        Set<String> stockChanges = keys("stock-ledger", "change_id");
        var bucket = new Bucket(clients.s3(), project + "-data-" + ACCOUNT);
        var rows = new DeliveredRows(bucket).read();
        var windows = new WindowTable(clients.dynamoDb(), project + "-windows").read();
        var quarantined = new Quarantined(bucket).read();
        var queues = new Queues(clients.sqs(), project);
        var deadLetters = queues.identitiesIn("sales-events-dlq");
        RawEvents raw = RawEvents.in(bucket);
        return new AuditReport(
                new Evidence(
                        raw.sales(),
                        raw.stockEvents(),
                        rows,
                        windows,
                        quarantined,
                        deadLetters,
                        orders,
                        stockChanges,
                        depths(queues),
                        raw.unreadable()));
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
