package dev.tillstream.producer.kinesis;

import java.util.Locale;

/** How records are put on a stream. */
public enum KinesisApi {
    /** A call for each. */
    PUT_RECORD,
    /** Up to 500 a call. */
    PUT_RECORDS,
    /** Likewise, and many events in each record, as the Kinesis Producer Library writes them. */
    AGGREGATED;

    /** How people write it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
