package dev.tillstream.analytics.local;

import java.time.Instant;
import java.util.List;

/**
 * Lines that were there at once.
 *
 * @param first the number of the first one, from 1
 * @param arrived when they were read
 * @param lines without their ends; one that is too long without the rest of it
 */
record Chunk(long first, Instant arrived, List<byte[]> lines) {}
