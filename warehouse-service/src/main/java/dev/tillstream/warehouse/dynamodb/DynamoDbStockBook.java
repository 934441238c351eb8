package dev.tillstream.warehouse.dynamodb;

import dev.tillstream.contract.Sku;
import dev.tillstream.contract.StoreId;
import dev.tillstream.warehouse.stock.LedgerEntry;
import dev.tillstream.warehouse.stock.LevelPage;
import dev.tillstream.warehouse.stock.Recording;
import dev.tillstream.warehouse.stock.StockBook;
import dev.tillstream.warehouse.stock.StockCounted;
import dev.tillstream.warehouse.stock.StockItem;
import dev.tillstream.warehouse.stock.StockLevel;
import dev.tillstream.warehouse.stock.StockMoved;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Ledger and levels in two tables that change together, in one transaction: an entry is its own
 * mark that it was seen. How a level stays exact is told in RATIONALE.md.
 */
final class DynamoDbStockBook implements StockBook {

    private final LedgerTable ledger;
    private final LevelTable levels;
    private final BookTransaction transaction;
    private final Retries retries;

    DynamoDbStockBook(
            LedgerTable ledger, LevelTable levels, BookTransaction transaction, Retries retries) {
        this.ledger = ledger;
        this.levels = levels;
        this.transaction = transaction;
        this.retries = retries;
    }

    @Override
    public Recording record(LedgerEntry entry) {
        return switch (entry) {
            case StockMoved moved -> retries.until(() -> tryMove(moved));
            case StockCounted counted -> retries.until(() -> tryCount(counted));
        };
    }

    private Optional<Recording> tryMove(StockMoved move) {
        return switch (transaction.write(ledger.put(move), levels.add(move))) {
            case BookTransaction.Done done -> Optional.of(Recording.RECORDED);
            case BookTransaction.EntryExists first ->
                    Optional.of(ledger.compare(move, first.item()));
            // The last count covers it, and counts only ever become later.
            case BookTransaction.LevelDiffers differs -> ledger.putAlone(move);
            case BookTransaction.Contended contended -> Optional.empty();
        };
    }

    private Optional<Recording> tryCount(StockCounted count) {
        StockLevel level = levels.read(count.item()).orElse(StockLevel.unknown(count.item()));
        if (!level.isSupersededBy(count)) {
            return ledger.putAlone(count);
        }
        List<StockMoved> moves = ledger.movesSince(level);
        if (moves.size() != level.moves()) {
            return Optional.empty();
        }
        var replaced = levels.replace(level, level.after(count, moves));
        return switch (transaction.write(ledger.put(count), replaced)) {
            case BookTransaction.Done done -> Optional.of(Recording.RECORDED);
            case BookTransaction.EntryExists first ->
                    Optional.of(ledger.compare(count, first.item()));
            case BookTransaction.LevelDiffers differs -> Optional.empty();
            case BookTransaction.Contended contended -> Optional.empty();
        };
    }

    @Override
    public Optional<StockLevel> level(StockItem item) {
        return levels.read(item);
    }

    @Override
    public LevelPage levels(StoreId storeId, int limit, @Nullable Sku after) {
        // One more than asked for tells whether any follow.
        List<StockLevel> found = levels.read(storeId, limit + 1, after);
        if (found.size() <= limit) {
            return new LevelPage(found, null);
        }
        List<StockLevel> page = found.subList(0, limit);
        return new LevelPage(page, page.getLast().item().sku());
    }
}
