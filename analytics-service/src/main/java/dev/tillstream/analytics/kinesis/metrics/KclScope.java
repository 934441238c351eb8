package dev.tillstream.analytics.kinesis.metrics;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.cloudwatch.model.StandardUnit;
import software.amazon.kinesis.metrics.MetricsLevel;
import software.amazon.kinesis.metrics.MetricsScope;
import software.amazon.kinesis.metrics.MetricsUtil;

/**
 * What is measured during one step of KCL's. Nothing is recorded before the step's end, because KCL
 * may say only then what the step was.
 *
 * <p>Times become timers. All else becomes summaries of what a step came to: the records of a batch
 * are counted one by one, and 0 or 1 for success has a mean that is the share of successes.
 */
final class KclScope implements MetricsScope {

    private static final Pattern WORD = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

    /** Every meter of a name has the same tags, as some registries demand. */
    private static final String NONE = "none";

    private final MeterRegistry registry;
    private final String stream;
    private final Map<String, String> dimensions = new LinkedHashMap<>();
    private final List<Time> times = new ArrayList<>();
    private final Map<String, Sum> sums = new LinkedHashMap<>();

    private record Time(String name, Duration taken) {}

    private record Sum(double value, StandardUnit unit) {

        Sum plus(Sum other) {
            return new Sum(value + other.value, unit);
        }
    }

    KclScope(MeterRegistry registry, String stream) {
        this.registry = registry;
        this.stream = stream;
    }

    @Override
    public synchronized void addData(String name, double value, StandardUnit unit) {
        if (unit == StandardUnit.MILLISECONDS) {
            times.add(new Time(name, Duration.ofMillis(Math.round(value))));
        } else {
            sums.merge(name, new Sum(value, unit), Sum::plus);
        }
    }

    @Override
    public void addData(String name, double value, StandardUnit unit, MetricsLevel level) {
        addData(name, value, unit);
    }

    @Override
    public synchronized void addDimension(String name, String value) {
        dimensions.put(name, value);
    }

    @Override
    public synchronized void end() {
        // Workers' names are left out: a new one at each start, and this registry has only one.
        Tags tags =
                Tags.of("stream", stream)
                        .and("operation", dimension(MetricsUtil.OPERATION_DIMENSION_NAME))
                        .and("shard", dimension(MetricsUtil.SHARD_ID_DIMENSION_NAME));
        times.forEach(time -> registry.timer(meter(time.name()), tags).record(time.taken()));
        times.clear();
        sums.forEach((name, sum) -> summary(name, sum.unit(), tags).record(sum.value()));
        sums.clear();
    }

    private String dimension(String name) {
        return dimensions.getOrDefault(name, NONE);
    }

    private DistributionSummary summary(String name, StandardUnit unit, Tags tags) {
        return DistributionSummary.builder(meter(name))
                .baseUnit(unit == StandardUnit.BYTES ? "bytes" : null)
                .tags(tags)
                .register(registry);
    }

    /** {@code RecordProcessor.processRecords.Time} is {@code kcl.record.processor...}. */
    private static String meter(String name) {
        return "kcl." + WORD.matcher(name).replaceAll(".").toLowerCase(Locale.ROOT);
    }
}
