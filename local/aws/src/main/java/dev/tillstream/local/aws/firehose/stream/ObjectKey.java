package dev.tillstream.local.aws.firehose.stream;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import java.util.function.Supplier;

/** An object's whole key, as Firehose names them: prefix, stream, version, time, random part. */
record ObjectKey(String text) {

    private static final DateTimeFormatter SECOND = KeyPrefix.formatter("yyyy-MM-dd-HH-mm-ss");

    static ObjectKey of(
            KeyPrefix prefix,
            String stream,
            int version,
            Instant firstArrival,
            Supplier<UUID> ids) {
        return new ObjectKey(
                prefix.at(firstArrival, ids)
                        + String.join(
                                "-",
                                stream,
                                Integer.toString(version),
                                SECOND.format(firstArrival),
                                ids.get().toString()));
    }
}
