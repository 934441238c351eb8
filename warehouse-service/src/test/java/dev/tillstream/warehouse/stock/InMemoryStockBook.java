package dev.tillstream.warehouse.stock;

import dev.tillstream.contract.Sku;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A book for tests that need no table. */
public final class InMemoryStockBook implements StockBook {

    private final Map<String, LedgerEntry> ledger = new LinkedHashMap<>();
    private final Map<StockItem, StockLevel> levels = new HashMap<>();
    private boolean broken;

    /** From now on nothing can be found. */
    public void breakDown() {
        broken = true;
    }

    @Override
    public Recording record(LedgerEntry entry) {
        LedgerEntry first = ledger.putIfAbsent(entry.changeId(), entry);
        if (first != null) {
            return first.equals(entry) ? Recording.REPEATED : Recording.CONFLICT;
        }
        StockLevel level =
                levels.getOrDefault(
                        entry.item(), StockLevel.unknown(entry.item(), entry.product()));
        levels.put(entry.item(), after(level, entry));
        return Recording.RECORDED;
    }

    private StockLevel after(StockLevel level, LedgerEntry entry) {
        return switch (entry) {
            case StockMoved moved -> level.after(moved);
            case StockCounted counted ->
                    level.isSupersededBy(counted) ? level.after(counted, movesSince(level)) : level;
        };
    }

    private List<StockMoved> movesSince(StockLevel level) {
        return ledger.values().stream()
                .filter(entry -> entry.item().equals(level.item()))
                .filter(StockMoved.class::isInstance)
                .map(StockMoved.class::cast)
                .filter(moved -> !level.covers(moved.occurred()))
                .toList();
    }

    @Override
    public Optional<StockLevel> level(StockItem item) {
        if (broken) {
            throw new IllegalStateException("table arn:secret is on fire");
        }
        return Optional.ofNullable(levels.get(item));
    }

    @Override
    public LedgerPage ledger(StockItem item, int limit, @Nullable LedgerPosition after) {
        Comparator<LedgerPosition> byTime =
                Comparator.comparing(LedgerPosition::occurred)
                        .thenComparing(LedgerPosition::changeId);
        List<LedgerEntry> behind =
                ledger.values().stream()
                        .filter(entry -> entry.item().equals(item))
                        .filter(entry ->
                                after == null
                                        || byTime.compare(LedgerPosition.of(entry), after) < 0)
                        .sorted(Comparator.comparing(LedgerPosition::of, byTime).reversed())
                        .toList();
        return LedgerPage.of(behind, limit);
    }

    @Override
    public LevelPage levels(LevelQuery query, int limit, @Nullable Sku after) {
        List<StockLevel> behind =
                levels.values().stream()
                        .filter(query::matches)
                        .filter(level ->
                                after == null
                                        || level.item().sku().value().compareTo(after.value()) > 0)
                        .sorted(Comparator.comparing(level -> level.item().sku().value()))
                        .toList();
        List<StockLevel> page = behind.stream().limit(limit).toList();
        return new LevelPage(
                page, behind.size() > page.size() ? page.getLast().item().sku() : null);
    }
}
