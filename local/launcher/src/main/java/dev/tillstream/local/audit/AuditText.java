package dev.tillstream.local.audit;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** An audit for people, and as the one JSON line that scripts read. */
public final class AuditText {

    private static final int MOST_LINES = 20;

    private AuditText() {}

    /** One JSON object in one line: counts as numbers, money as strings with its decimals. */
    public static String line(AuditReport report) {
        return """
        {"accepted":%d,"orders":%d,"stock_changes":%d,"rows":%d,"revenue":"%s","difference":"%s"}\
        """
                .formatted(
                        report.accepted(),
                        report.orders(),
                        report.stockChanges(),
                        report.rows(),
                        report.revenue(),
                        report.difference());
    }

    /** The sums of the conservation, and a line for each minute where they differ. */
    public static String table(AuditReport report) {
        StringBuilder text = new StringBuilder();
        Tally accepted = sum(report.balances().stream().map(Balance::accepted).toList());
        Tally delivered = sum(report.balances().stream().map(Balance::delivered).toList());
        Tally open = sum(report.balances().stream().map(Balance::open).toList());
        Tally aside = sum(report.balances().stream().map(Balance::aside).toList());
        Tally difference = sum(report.balances().stream().map(Balance::difference).toList());
        row(text, "accepted by the bus", accepted);
        row(text, "delivered rows", delivered);
        row(text, "open windows", open);
        row(text, "quarantine and dead letters", aside);
        row(text, "difference", difference);
        report.balances().stream()
                .filter(balance -> !balance.difference().isNone())
                .limit(MOST_LINES)
                .forEach(balance -> text.append("  ! ").append(describe(balance)).append('\n'));
        mismatch(text, "orders", report.wrongOrders().size());
        mismatch(text, "stock changes", report.wrongStockChanges().size());
        mismatch(text, "records that are no event", report.unreadable());
        String waiting =
                report.queued().entrySet().stream()
                        .filter(queue -> queue.getValue() > 0)
                        .map(queue -> queue.getKey() + " " + queue.getValue())
                        .collect(Collectors.joining(", "));
        if (!waiting.isEmpty()) {
            text.append("  messages in ").append(waiting).append('\n');
        }
        return text.toString();
    }

    private static void row(StringBuilder text, String name, Tally tally) {
        text.append(
                String.format(
                        Locale.ROOT,
                        "  %-28s %8d events %16s%n",
                        name,
                        tally.events(),
                        tally.revenue()));
    }

    private static void mismatch(StringBuilder text, String what, long count) {
        if (count > 0) {
            text.append("  ! ")
                    .append(count)
                    .append(" missing or unexpected ")
                    .append(what)
                    .append('\n');
        }
    }

    private static String describe(Balance balance) {
        return String.format(
                Locale.ROOT,
                "%s %s: accepted %s; delivered %s; open %s; aside %s; difference %s",
                balance.minute().storeId(),
                balance.minute().start(),
                balance.accepted(),
                balance.delivered(),
                balance.open(),
                balance.aside(),
                balance.difference());
    }

    private static Tally sum(List<Tally> tallies) {
        return tallies.stream().reduce(Tally.NONE, Tally::plus);
    }

    /** What the demo writes: {@code store_id,window_start,events,revenue}, sorted. */
    public static String csv(AuditReport report) {
        return report.delivered().entrySet().stream()
                .map(AuditText::csvLine)
                .collect(Collectors.joining("", "store_id,window_start,events,revenue\n", ""));
    }

    private static String csvLine(Map.Entry<Minute, Tally> row) {
        return "%s,%s,%d,%s\n"
                .formatted(
                        quoted(row.getKey().storeId()),
                        row.getKey().start(),
                        row.getValue().events(),
                        row.getValue().revenue());
    }

    private static String quoted(String value) {
        return value.matches("[^\",]*") ? value : "\"" + value.replace("\"", "\"\"") + "\"";
    }
}
