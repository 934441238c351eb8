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

    /**
     * Every count grows and none is larger than what was sent: it changes a bounded number of
     * times.
     *
     * @return whether something has changed
     */
    boolean show(AuditReport report) {
        String now =
                "   archived %d, orders %d, stock changes %d, rows delivered %d (%s)"
                        .formatted(
                                report.accepted(),
                                report.orders(),
                                report.stockChanges(),
                                report.rows(),
                                report.revenue());
        if (now.equals(last)) {
            return false;
        }
        voice.say(now);
        last = now;
        return true;
    }
}
