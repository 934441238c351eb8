package dev.tillstream.producer.manifest;

/**
 * How far an object was sent.
 *
 * @param version of the object
 * @param line the last one, from 1, before and on which nothing is left to do
 * @param accepted events so far
 * @param rejected events that the stream can't take
 * @param sales money so far, plain digits
 * @param badLines lines that are no events
 * @param badBytes how much was written about them
 * @param complete whether that was all
 */
record Mark(
        String version,
        long line,
        long accepted,
        long rejected,
        String sales,
        long badLines,
        long badBytes,
        boolean complete) {

    static Mark start(String version) {
        return new Mark(version, 0, 0, 0, "0.00", 0, 0, false);
    }
}
