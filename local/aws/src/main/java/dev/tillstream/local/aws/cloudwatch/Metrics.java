package dev.tillstream.local.aws.cloudwatch;

import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Sums of the metrics that were put since the start; single values and their times are not kept,
 * and beyond 1,000 metrics the one that was put to the longest ago is forgotten.
 */
public final class Metrics {

    private static final int MOST = 1_000;

    private final Map<Key, Sums> sums =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Key, Sums> eldest) {
                    return size() > MOST;
                }
            };

    /** What makes a metric one. */
    public record Key(
            String namespace, String name, SortedMap<String, String> dimensions, String unit) {

        public Key {
            dimensions = Collections.unmodifiableSortedMap(new TreeMap<>(dimensions));
        }
    }

    /** Samples, their sum, the smallest and the largest. */
    public record Sums(double samples, double sum, double minimum, double maximum) {

        static final Sums NONE = new Sums(0, 0, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);

        Sums plus(Sums other) {
            return new Sums(
                    samples + other.samples,
                    sum + other.sum,
                    Math.min(minimum, other.minimum),
                    Math.max(maximum, other.maximum));
        }
    }

    /** What one call says of a metric. */
    public record Datum(Key key, Sums sums) {}

    synchronized void add(Datum datum) {
        sums.merge(datum.key(), datum.sums(), Sums::plus);
    }

    /** All metrics, by namespace and name. */
    public synchronized List<Datum> all() {
        return sums.entrySet().stream()
                .map(entry -> new Datum(entry.getKey(), entry.getValue()))
                .sorted(
                        Comparator.comparing((Datum datum) -> datum.key().namespace())
                                .thenComparing(datum -> datum.key().name()))
                .toList();
    }
}
