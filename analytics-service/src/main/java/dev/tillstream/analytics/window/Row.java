package dev.tillstream.analytics.window;

/**
 * The published total of a window. Readers take the highest revision; a revision, once stored,
 * never changes.
 */
public record Row(WindowId window, long revision, Totals totals) {}
