package dev.tillstream.warehouse.stock;

/** What writing an entry into the ledger came to. */
public enum Recording {
    RECORDED,
    /** The entry was there with the same content. */
    REPEATED,
    /** The entry was there with other content, which stays: the first wins. */
    CONFLICT
}
