package dev.tillstream.analytics.history;

import dev.tillstream.analytics.window.WindowId;
import java.time.Instant;

/** That a window's row was stored at a time, be it its first or a correction. */
public record Mark(WindowId window, Instant changed) {}
