package dev.tillstream.warehouse.dynamodb;

import dev.tillstream.contract.Sku;
import dev.tillstream.warehouse.stock.LedgerEntry;
import dev.tillstream.warehouse.stock.LedgerPage;
import dev.tillstream.warehouse.stock.LedgerPosition;
import dev.tillstream.warehouse.stock.LevelPage;
import dev.tillstream.warehouse.stock.LevelQuery;
import dev.tillstream.warehouse.stock.Recording;
import dev.tillstream.warehouse.stock.StockBook;
import dev.tillstream.warehouse.stock.StockCounted;
import dev.tillstream.warehouse.stock.StockItem;
import dev.tillstream.warehouse.stock.StockLevel;
import dev.tillstream.warehouse.stock.StockMoved;
import dev.tillstream.warehouse.stock.alarm.Alarm;
import dev.tillstream.warehouse.stock.alarm.Alarmist;
import dev.tillstream.warehouse.stock.alarm.Crossing;
import dev.tillstream.warehouse.stock.alarm.Thresholds;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * Ledger and levels in two tables that change together, in one transaction: an entry is its own
 * mark that it was seen. How a level stays exact is told in RATIONALE.md.
 */
final class DynamoDbStockBook implements StockBook {

    private final LedgerTable ledger;
    private final LevelTable levels;
    private final BookTransaction transaction;
    private final Retries retries;
    private final Thresholds thresholds;
    private final Alarmist alarmist;

    DynamoDbStockBook(
            LedgerTable ledger,
            LevelTable levels,
            BookTransaction transaction,
            Retries retries,
            Thresholds thresholds,
            Alarmist alarmist) {
        this.ledger = ledger;
        this.levels = levels;
        this.transaction = transaction;
        this.retries = retries;
        this.thresholds = thresholds;
        this.alarmist = alarmist;
    }

    @Override
    public Recording record(LedgerEntry entry) {
        return switch (entry) {
            case StockMoved moved -> retries.until(() -> tryMove(moved));
            case StockCounted counted -> retries.until(() -> tryCount(counted));
        };
    }

    /** Most moves cross nothing, and need not know the level. */
    private Optional<Recording> tryMove(StockMoved move) {
        List<Crossing> possible = thresholds.of(move.product().category());
        return switch (transaction.write(ledger.put(move), levels.add(move, possible))) {
            case BookTransaction.Done done -> Optional.of(Recording.RECORDED);
            case BookTransaction.EntryExists first ->
                    Optional.of(ledger.compare(move, first.item()));
            case BookTransaction.LevelDiffers differs -> tryMoveOf(read(move), move);
            case BookTransaction.Contended contended -> Optional.empty();
        };
    }

    private Optional<Recording> tryMoveOf(StockLevel level, StockMoved move) {
        // The last count covers it, and counts only ever become later.
        if (level.covers(move.occurred())) {
            return ledger.putAlone(move);
        }
        return change(move, level, level.after(move));
    }

    private Optional<Recording> tryCount(StockCounted count) {
        StockLevel level = read(count);
        if (!level.isSupersededBy(count)) {
            return ledger.putAlone(count);
        }
        List<StockMoved> moves = ledger.movesSince(level);
        if (moves.size() != level.moves()) {
            return Optional.empty();
        }
        return change(count, level, level.after(count, moves));
    }

    /** Writes a level that was made of the one that was read, and what it crosses. */
    private Optional<Recording> change(LedgerEntry entry, StockLevel from, StockLevel to) {
        List<Crossing> crossed =
                thresholds.crossed(entry.product().category(), from.onHand(), to.onHand());
        if (crossed.isEmpty()) {
            return change(entry, ledger.put(entry), levels.replace(from, to));
        }
        Alarm alarm = new Alarm(entry, crossed, to.onHand(), to.version());
        Optional<Recording> result = change(entry, ledger.put(alarm), levels.replace(from, to));
        if (result.filter(Recording.RECORDED::equals).isPresent()) {
            alarmist.tell(alarm);
        }
        return result;
    }

    private Optional<Recording> change(
            LedgerEntry entry, TransactWriteItem put, TransactWriteItem level) {
        return switch (transaction.write(put, level)) {
            case BookTransaction.Done done -> Optional.of(Recording.RECORDED);
            case BookTransaction.EntryExists first ->
                    Optional.of(ledger.compare(entry, first.item()));
            case BookTransaction.LevelDiffers differs -> Optional.empty();
            case BookTransaction.Contended contended -> Optional.empty();
        };
    }

    private StockLevel read(LedgerEntry entry) {
        return levels.read(entry.item())
                .orElseGet(() -> StockLevel.unknown(entry.item(), entry.product()));
    }

    @Override
    public Optional<StockLevel> level(StockItem item) {
        return levels.read(item);
    }

    @Override
    public LevelPage levels(LevelQuery query, int limit, @Nullable Sku after) {
        return levels.read(query, limit, after);
    }

    @Override
    public LedgerPage ledger(StockItem item, int limit, @Nullable LedgerPosition after) {
        return ledger.read(item, limit, after);
    }
}
