package dev.tillstream.local.launcher.demo;

import dev.tillstream.local.audit.AuditReport;
import dev.tillstream.local.launcher.process.Voice;

/** Says how far the events have come, when that has changed. */
final class Progress {

    private final Voice voice;
    private String last = "";

    Progress(Voice voice) {
        this.voice = voice;
    }

    void show(AuditReport report) {
        String now =
                "   archived %d, orders %d, stock changes %d, rows delivered %d (%s)"
                        .formatted(
                                report.accepted(),
                                report.orders(),
                                report.stockChanges(),
                                report.rows(),
                                report.revenue());
        if (!now.equals(last)) {
            voice.say(now);
            last = now;
        }
    }
}
