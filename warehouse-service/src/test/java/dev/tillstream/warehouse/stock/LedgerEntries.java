package dev.tillstream.warehouse.stock;

import static dev.tillstream.warehouse.stock.StockFixture.adjusted;
import static dev.tillstream.warehouse.stock.StockFixture.counted;
import static dev.tillstream.warehouse.stock.StockFixture.received;
import static dev.tillstream.warehouse.stock.StockFixture.sold;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Made-up histories of an item, dense in time so that moves and counts meet in one second. */
public final class LedgerEntries {

    private static final int SECONDS = 12;

    private LedgerEntries() {}

    /**
     * A history in no order.
     *
     * @param prefix makes the ids of this history its own
     */
    public static List<LedgerEntry> of(
            StockItem item, String prefix, int size, RandomGenerator random) {
        List<LedgerEntry> history = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            // Ids that don't sort as they were made.
            String id = prefix + Long.toHexString(random.nextLong()) + "-" + i;
            int second = random.nextInt(SECONDS);
            history.add(
                    switch (random.nextInt(6)) {
                        case 0, 1 -> sold(item, id, second, random.nextInt(1, 10));
                        case 2 -> received(item, id, second, random.nextInt(0, 50));
                        case 3 -> adjusted(item, id, second, random.nextInt(-9, 10));
                        default -> counted(item, id, second, random.nextInt(0, 100));
                    });
        }
        return history;
    }
}
