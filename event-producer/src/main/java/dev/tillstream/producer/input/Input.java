package dev.tillstream.producer.input;

import java.io.IOException;
import java.io.InputStream;

/** A file, wherever it lies. */
public interface Input {

    /** For people, such as {@code s3://bucket/day.csv}. */
    String name();

    /**
     * What the events of its lines are called after, at most 100 characters; the same as long as
     * the file keeps its name, zipped or not.
     */
    String identity();

    /** Which content it has: another one after a change. */
    String version();

    /** Bytes, as it lies there. */
    long size();

    /** The bytes from the first one on, as they lie there. */
    InputStream open() throws IOException;
}
