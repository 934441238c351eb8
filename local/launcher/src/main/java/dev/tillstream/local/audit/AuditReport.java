package dev.tillstream.local.audit;

import dev.tillstream.contract.Money;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Conservation, per store and minute: distinct accepted sales = delivered rows + open windows +
 * quarantine + dead letters of the stream; and one order and one stock change for each sale.
 */
public final class AuditReport {

    private static final WindowRecord NO_WINDOW =
            new WindowRecord(Tally.NONE, Set.of(), Published.NOTHING);

    private final Evidence evidence;
    private final List<Balance> balances;
    private final Set<String> expectedOrders;
    private final Set<String> expectedChanges;

    public AuditReport(Evidence evidence) {
        this.evidence = evidence;
        balances = balance(evidence);
        expectedOrders =
                evidence.sales().entrySet().stream()
                        .filter(sale -> !sale.getValue().returned())
                        .filter(sale -> !evidence.direct().contains(sale.getKey()))
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet());
        expectedChanges = new HashSet<>(evidence.sales().keySet());
        expectedChanges.removeAll(evidence.direct());
        expectedChanges.addAll(evidence.stockEvents());
    }

    /** Distinct sales identities that the bus accepted, or the stream past it. */
    public int accepted() {
        return evidence.sales().size();
    }

    /** Whether the bus accepted all of these sales, whatever else it accepted. */
    public boolean hasAccepted(Collection<String> identities) {
        return evidence.sales().keySet().containsAll(identities);
    }

    public int orders() {
        return evidence.orders().size();
    }

    public int stockChanges() {
        return evidence.stockChanges().size();
    }

    /** Distinct stores and minutes that have a delivered row. */
    public int rows() {
        return evidence.rows().size();
    }

    /** The sum of the delivered rows. */
    public Money revenue() {
        return sum(balances.stream().map(balance -> balance.delivered().revenue()).toList());
    }

    /** The sum of what is missing or too much, whatever its sign: one error can't hide another. */
    public Money difference() {
        return sum(
                balances.stream()
                        .map(balance -> new Money(balance.difference().revenue().amount().abs()))
                        .toList());
    }

    public List<Balance> balances() {
        return balances;
    }

    /** The highest delivered revision of each window, by store and then minute. */
    public SortedMap<Minute, Tally> delivered() {
        SortedMap<Minute, Tally> rows = new TreeMap<>();
        evidence.rows().forEach((minute, row) -> rows.put(minute, row.tally()));
        return rows;
    }

    public Map<String, Long> queued() {
        return evidence.queued();
    }

    public long unreadable() {
        return evidence.unreadable();
    }

    /** Orders that are missing or belong to no accepted sale. */
    public Set<String> wrongOrders() {
        return wrong(expectedOrders, evidence.orders());
    }

    /** Ledger entries that are missing or belong to no accepted event. */
    public Set<String> wrongStockChanges() {
        return wrong(expectedChanges, evidence.stockChanges());
    }

    /** Whether nothing is under way any more: every window delivered, every queue empty. */
    public boolean isSettled() {
        return evidence.recent().isEmpty()
                && balances.stream().allMatch(balance -> balance.open().isNone())
                && evidence.queued().values().stream().allMatch(depth -> depth == 0)
                && isComplete();
    }

    /** Whether every accepted sale is accounted for, to the cent. */
    public boolean isConserved() {
        return balances.stream().allMatch(balance -> balance.difference().isNone())
                && evidence.unreadable() == 0;
    }

    /** Whether dispatch and warehouse have exactly one effect per event. */
    public boolean isComplete() {
        return wrongOrders().isEmpty() && wrongStockChanges().isEmpty();
    }

    /** Whether every count agrees, every window is delivered and the difference is zero. */
    public boolean isExact() {
        return isSettled() && isConserved();
    }

    private static List<Balance> balance(Evidence evidence) {
        Map<Minute, Tally> accepted = new TreeMap<>();
        Map<Minute, Tally> aside = new TreeMap<>();
        Map<Minute, Tally> underWay = new TreeMap<>();
        evidence.sales()
                .forEach((identity, sale) -> {
                    accepted.merge(sale.minute(), sale.tally(), Tally::plus);
                    if (isCounted(evidence, identity, sale)) {
                        return;
                    }
                    if (isAside(evidence, identity)) {
                        aside.merge(sale.minute(), sale.tally(), Tally::plus);
                    } else if (evidence.recent().contains(identity)) {
                        underWay.merge(sale.minute(), sale.tally(), Tally::plus);
                    }
                });
        Set<Minute> minutes = new TreeSet<>(accepted.keySet());
        minutes.addAll(evidence.rows().keySet());
        minutes.addAll(evidence.windows().keySet());
        return minutes.stream()
                .map(minute ->
                        Balance.of(
                                minute,
                                accepted.getOrDefault(minute, Tally.NONE),
                                evidence.rows().getOrDefault(minute, Published.NOTHING),
                                evidence.windows().getOrDefault(minute, NO_WINDOW),
                                aside.getOrDefault(minute, Tally.NONE),
                                underWay.getOrDefault(minute, Tally.NONE)))
                .toList();
    }

    /** Delivery is at least once: what was set aside may have been counted all the same. */
    private static boolean isCounted(Evidence evidence, String identity, AcceptedSale sale) {
        WindowRecord window = evidence.windows().getOrDefault(sale.minute(), NO_WINDOW);
        return window.identities().contains(identity);
    }

    private static boolean isAside(Evidence evidence, String identity) {
        return evidence.quarantined().contains(identity)
                || evidence.deadLetters().contains(identity);
    }

    /** What is missing, unless it came in just now, and what should not be there. */
    private Set<String> wrong(Set<String> expected, Set<String> found) {
        Set<String> wrong = new TreeSet<>(expected);
        wrong.removeAll(evidence.recent());
        wrong.removeAll(found);
        found.stream().filter(identity -> !expected.contains(identity)).forEach(wrong::add);
        return wrong;
    }

    private static Money sum(Collection<Money> amounts) {
        return amounts.stream().reduce(Money.ZERO, Money::plus);
    }
}
