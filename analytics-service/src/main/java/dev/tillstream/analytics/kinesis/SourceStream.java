package dev.tillstream.analytics.kinesis;

/**
 * A stream that some view reads.
 *
 * @param logical its name without the project's, for example {@code sales-events}
 * @param name as Kinesis knows it
 * @param application the KCL application that remembers how far it was read, which is the name of
 *     its lease table
 */
record SourceStream(String logical, String name, String application) {}
