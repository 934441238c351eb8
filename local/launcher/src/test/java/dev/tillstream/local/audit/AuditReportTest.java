package dev.tillstream.local.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tillstream.contract.Money;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AuditReportTest {

    private static final Minute NOON = new Minute("store_1", Instant.parse("2021-03-06T12:00:00Z"));
    private static final Minute ONE = new Minute("store_2", Instant.parse("2021-03-06T13:00:00Z"));

    private final Map<String, AcceptedSale> sales = new HashMap<>();
    private final Map<Minute, Published> rows = new HashMap<>();
    private final Map<Minute, WindowRecord> windows = new HashMap<>();
    private final Set<String> direct = new HashSet<>();
    private final Set<String> recent = new HashSet<>();
    private final Set<String> quarantined = new HashSet<>();
    private final Set<String> deadLetters = new HashSet<>();
    private final Set<String> orders = new HashSet<>();
    private final Set<String> stockChanges = new HashSet<>();
    private final Map<String, Long> queued = new HashMap<>();

    /** Two sales and a return, all delivered. */
    AuditReportTest() {
        sell("a", NOON, "10.10", false);
        sell("b", NOON, "2.05", true);
        sell("c", ONE, "0.01", false);
        window(NOON, 2, "8.05", 0, 2, "8.05", "a", "b");
        window(ONE, 1, "0.01", 0, 1, "0.01", "c");
        rows.put(NOON, published(0, 2, "8.05"));
        rows.put(ONE, published(0, 1, "0.01"));
    }

    @Test
    void isExactWhenEverythingIsDelivered() {
        AuditReport report = report();

        assertThat(report.isExact()).isTrue();
        assertThat(AuditText.line(report))
                .isEqualTo(
                        """
                        {"accepted":3,"orders":2,"stock_changes":3,"rows":2,"revenue":"8.06","difference":"0.00"}\
                        """);
    }

    @Test
    void expectsNoOrderForASaleThatOnlyTheStreamHas() {
        direct.add("c");
        assertThat(report().wrongOrders()).containsExactly("c");
        orders.remove("c");
        stockChanges.remove("c");

        assertThat(report().isExact()).isTrue();
        assertThat(report().accepted()).isEqualTo(3);
    }

    @Test
    void seesALostRowAsInDeliveryWhileItsWindowIsKnown() {
        rows.remove(ONE);

        assertThat(report().isConserved()).isTrue();
        assertThat(report().isSettled()).isFalse();
    }

    @Test
    void seesALostSale() {
        window(NOON, 1, "10.10", 0, 1, "10.10", "a");
        rows.put(NOON, published(0, 1, "10.10"));

        assertThat(report().isConserved()).isFalse();
        assertThat(report().difference()).isEqualTo(Money.of("2.05"));
    }

    @Test
    void seesASaleThatWasCountedTwice() {
        window(ONE, 2, "0.02", 0, 2, "0.02", "c");
        rows.put(ONE, published(0, 2, "0.02"));

        assertThat(report().difference()).isEqualTo(Money.of("0.01"));
        assertThat(AuditText.table(report())).contains("! store_2 2021-03-06T13:00:00Z");
    }

    @Test
    void seesADeliveredRowThatSaysOtherThanTheStoredOneOfItsRevision() {
        rows.put(NOON, published(0, 2, "8.06"));

        assertThat(report().difference()).isEqualTo(Money.of("0.01"));
        assertThat(report().isExact()).isFalse();
    }

    @Test
    void neverLetsOneErrorHideAnother() {
        rows.put(NOON, published(0, 2, "8.06"));
        rows.put(ONE, published(0, 1, "0.00"));

        assertThat(report().difference()).isEqualTo(Money.of("0.02"));
    }

    @Test
    void seesWrongCountsEvenIfTheMoneyAgrees() {
        rows.put(ONE, published(0, 2, "0.01"));

        assertThat(report().difference().isZero()).isTrue();
        assertThat(report().isConserved()).isFalse();
    }

    @Test
    void countsMoneyThatIsNotInARowYetAsOpen() {
        sell("d", ONE, "5.00", false);
        window(ONE, 2, "5.01", 0, 1, "0.01", "c", "d");

        assertThat(report().isConserved()).isTrue();
        assertThat(report().isSettled()).isFalse();
    }

    @Test
    void countsAStoredCorrectionThatIsOnItsWayAsOpen() {
        sell("d", ONE, "5.00", false);
        window(ONE, 2, "5.01", 1, 2, "5.01", "c", "d");

        assertThat(report().isConserved()).isTrue();
        assertThat(report().isSettled()).isFalse();

        rows.merge(ONE, published(1, 2, "5.01"), Published::latest);

        assertThat(report().isExact()).isTrue();
    }

    @Test
    void findsASaleInQuarantineOrAmongTheDeadLetters() {
        sell("future", NOON, "7.00", false);
        quarantined.add("future");
        sell("undeliverable", ONE, "9.00", false);
        deadLetters.add("undeliverable");

        assertThat(report().isConserved()).isTrue();
    }

    @Test
    void doesNotCountADeadLetterThatArrivedAllTheSame() {
        deadLetters.add("a");

        assertThat(report().isExact()).isTrue();
    }

    @Test
    void seesMissingAndUnexpectedOrdersAndStockChanges() {
        orders.remove("a");
        orders.add("b");
        stockChanges.remove("c");

        assertThat(report().wrongOrders()).containsExactly("a", "b");
        assertThat(report().wrongStockChanges()).containsExactly("c");
        assertThat(report().isExact()).isFalse();
        assertThat(AuditText.table(report())).contains("2 missing or unexpected orders");
    }

    @Test
    void takesWhatCameInJustNowAsUnderWay() {
        sell("now", NOON, "3.00", false);
        orders.remove("now");
        recent.add("now");

        assertThat(report().isConserved()).isTrue();
        assertThat(report().isComplete()).isTrue();
        assertThat(report().isSettled()).isFalse();

        window(NOON, 3, "11.05", 0, 2, "8.05", "a", "b", "now");

        assertThat(report().isConserved()).isTrue();
    }

    @Test
    void isNotSettledWhileMessagesWait() {
        queued.put("dispatch", 3L);

        assertThat(report().isSettled()).isFalse();
        assertThat(AuditText.table(report())).contains("dispatch 3");
    }

    @Test
    void writesDeliveredRowsSortedAndQuoted() {
        rows.put(new Minute("a,\"b\"", NOON.start()), published(0, 1, "1.5"));

        assertThat(AuditText.csv(report()))
                .isEqualTo(
                        """
                        store_id,window_start,events,revenue
                        "a,""b""\",2021-03-06T12:00:00Z,1,1.50
                        store_1,2021-03-06T12:00:00Z,2,8.05
                        store_2,2021-03-06T13:00:00Z,1,0.01
                        """);
    }

    private void sell(String identity, Minute minute, String amount, boolean returned) {
        Money money = returned ? Money.of(amount).negate() : Money.of(amount);
        sales.put(identity, new AcceptedSale(minute, new Tally(1, money), returned));
        stockChanges.add(identity);
        if (!returned) {
            orders.add(identity);
        }
    }

    private void window(
            Minute minute,
            long events,
            String revenue,
            long revision,
            long rowEvents,
            String rowRevenue,
            String... identities) {
        windows.put(
                minute,
                new WindowRecord(
                        new Tally(events, Money.of(revenue)),
                        Set.of(identities),
                        published(revision, rowEvents, rowRevenue)));
    }

    private static Published published(long revision, long events, String revenue) {
        return new Published(revision, new Tally(events, Money.of(revenue)));
    }

    private AuditReport report() {
        return new AuditReport(
                new Evidence(
                        sales,
                        direct,
                        Set.of(),
                        recent,
                        rows,
                        windows,
                        quarantined,
                        deadLetters,
                        orders,
                        stockChanges,
                        queued,
                        0));
    }
}
