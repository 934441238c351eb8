package dev.tillstream.analytics.kinesis.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import software.amazon.kinesis.metrics.MetricsFactory;
import software.amazon.kinesis.metrics.MetricsScope;

/** Hands what KCL measures of one stream to Micrometer. */
public final class KclMetrics implements MetricsFactory {

    private final MeterRegistry registry;
    private final String stream;

    public KclMetrics(MeterRegistry registry, String stream) {
        this.registry = registry;
        this.stream = stream;
    }

    @Override
    public MetricsScope createMetrics() {
        return new KclScope(registry, stream);
    }
}
