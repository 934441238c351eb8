package dev.tillstream.local.aws.cloudwatch;

import dev.tillstream.local.aws.protocol.Input;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Reads one datum: a value, values with counts, or a set of statistics. */
final class MetricDatum {

    private static final int MOST_VALUES = 150;
    private static final int MOST_DIMENSIONS = 30;

    private MetricDatum() {}

    static Metrics.Datum read(String namespace, Input datum) {
        String name = datum.optionalText("MetricName").orElse("");
        if (name.isEmpty() || name.length() > 255) {
            throw CloudWatch.invalid("MetricName must have 1 to 255 characters.");
        }
        var key =
                new Metrics.Key(
                        namespace,
                        name,
                        dimensions(datum),
                        datum.optionalText("Unit").orElse("None"));
        return new Metrics.Datum(key, sums(name, datum));
    }

    private static Metrics.Sums sums(String name, Input datum) {
        if (datum.has("Values")) {
            return values(name, datum);
        }
        if (datum.has("StatisticValues")) {
            JsonNode set = datum.json().path("StatisticValues");
            return new Metrics.Sums(
                    number(name, set.path("SampleCount")),
                    number(name, set.path("Sum")),
                    number(name, set.path("Minimum")),
                    number(name, set.path("Maximum")));
        }
        double value = number(name, datum.json().path("Value"));
        return new Metrics.Sums(1, value, value, value);
    }

    private static Metrics.Sums values(String name, Input datum) {
        List<JsonNode> values = datum.json().path("Values").valueStream().toList();
        List<JsonNode> counts = datum.json().path("Counts").valueStream().toList();
        boolean fit = counts.isEmpty() || counts.size() == values.size();
        if (values.isEmpty() || values.size() > MOST_VALUES || !fit) {
            throw CloudWatch.invalid(
                    name
                            + " must have 1 to "
                            + MOST_VALUES
                            + " Values, and as many Counts if any.");
        }
        Metrics.Sums sums = Metrics.Sums.NONE;
        for (int i = 0; i < values.size(); i++) {
            double value = number(name, values.get(i));
            double count = counts.isEmpty() ? 1 : number(name, counts.get(i));
            sums = sums.plus(new Metrics.Sums(count, value * count, value, value));
        }
        return sums;
    }

    private static SortedMap<String, String> dimensions(Input datum) {
        SortedMap<String, String> dimensions = new TreeMap<>();
        for (Input dimension : datum.list("Dimensions")) {
            dimensions.put(dimension.text("Name"), dimension.text("Value"));
        }
        if (dimensions.size() > MOST_DIMENSIONS) {
            throw CloudWatch.invalid("A metric has at most " + MOST_DIMENSIONS + " dimensions.");
        }
        return dimensions;
    }

    /** A number, or its text in a form; neither NaN nor infinite. */
    private static double number(String name, JsonNode node) {
        double number;
        try {
            number = node.isString() ? Double.parseDouble(node.stringValue()) : node.doubleValue();
        } catch (RuntimeException e) {
            throw CloudWatch.invalid(name + " must have a Value that is a number.");
        }
        if (!Double.isFinite(number)) {
            throw CloudWatch.invalid("The value " + number + " of " + name + " is not finite.");
        }
        return number;
    }
}
