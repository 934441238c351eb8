package dev.tillstream.contract;

import java.util.Locale;

/** Why a store's stock is not what it was. */
public enum StockChange {
    /** Goods came in: adds. */
    RECEIVED,
    /** Corrected by hand: adds, or takes away when negative. */
    ADJUSTED,
    /** Counted on the shelf: sets the level at that time. */
    COUNTED;

    /** As it is written in an event: lower case. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
