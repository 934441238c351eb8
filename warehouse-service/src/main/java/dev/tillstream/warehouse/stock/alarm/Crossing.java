package dev.tillstream.warehouse.stock.alarm;

/**
 * A level that was at least a threshold and fell below it.
 *
 * @param threshold pieces
 */
public record Crossing(Alert alert, long threshold) {}
