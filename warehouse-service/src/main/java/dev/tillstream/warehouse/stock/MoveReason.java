package dev.tillstream.warehouse.stock;

/** Why goods came or went. */
public enum MoveReason {
    SOLD,
    RETURNED,
    RECEIVED,
    ADJUSTED
}
