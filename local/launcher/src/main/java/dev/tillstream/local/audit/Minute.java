package dev.tillstream.local.audit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;

/** One store's minute: what conservation is proved for. */
public record Minute(String storeId, Instant start) implements Comparable<Minute> {

    private static final Comparator<Minute> ORDER =
            Comparator.comparing(Minute::storeId).thenComparing(Minute::start);

    public static Minute of(String storeId, Instant time) {
        return new Minute(storeId, time.truncatedTo(ChronoUnit.MINUTES));
    }

    @Override
    public int compareTo(Minute other) {
        return ORDER.compare(this, other);
    }
}
