package dev.tillstream.local.launcher;

import dev.tillstream.local.audit.AuditReport;
import dev.tillstream.local.audit.AuditText;
import dev.tillstream.local.audit.stored.Audit;
import dev.tillstream.local.audit.stored.AwsClients;
import java.io.PrintWriter;
import java.net.URI;
import java.time.Duration;

/** An audit that waits a while for what is under way. */
record AuditRun(URI aws, String project, Duration patience) {

    /** Well above the buffering of the launcher's delivery streams, 2 s. */
    private static final Duration ARCHIVE_DELAY = Duration.ofSeconds(10);

    /**
     * Says what it found.
     *
     * @param json only the line of JSON
     * @return whether nothing differs
     */
    boolean run(PrintWriter out, boolean json) throws InterruptedException {
        try (AwsClients clients = AwsClients.at(aws)) {
            AuditReport report = await(new Audit(clients, project, ARCHIVE_DELAY));
            if (!json) {
                out.print(AuditText.table(report));
            }
            out.println(AuditText.line(report));
            return isClean(report);
        }
    }

    private AuditReport await(Audit audit) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        AuditReport report = audit.run();
        while (!isClean(report) && System.nanoTime() < deadline) {
            Thread.sleep(Duration.ofSeconds(1));
            report = audit.run();
        }
        return report;
    }

    /** While events come in something is always under way; that is no difference. */
    private static boolean isClean(AuditReport report) {
        return report.isConserved() && report.isComplete();
    }
}
