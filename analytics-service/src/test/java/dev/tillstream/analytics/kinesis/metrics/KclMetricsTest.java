package dev.tillstream.analytics.kinesis.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudwatch.model.StandardUnit;
import software.amazon.kinesis.metrics.MetricsLevel;
import software.amazon.kinesis.metrics.MetricsScope;
import software.amazon.kinesis.metrics.MetricsUtil;

final class KclMetricsTest {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final KclMetrics metrics = new KclMetrics(registry, "sales-events");

    @Test
    void recordsAStepsSumsAndTimesAtItsEnd() {
        MetricsScope scope = MetricsUtil.createMetricsWithOperation(metrics, "ProcessTask");
        scope.addData("DataBytesProcessed", 100, StandardUnit.BYTES, MetricsLevel.SUMMARY);
        scope.addData("DataBytesProcessed", 20, StandardUnit.BYTES, MetricsLevel.SUMMARY);
        scope.addData("RecordProcessor.processRecords.Time", 7, StandardUnit.MILLISECONDS);
        // Only now it says of which shard.
        MetricsUtil.addShardId(scope, "shardId-000000000000");
        assertThat(registry.getMeters()).isEmpty();
        MetricsUtil.endScope(scope);

        var bytes =
                registry.get("kcl.data.bytes.processed")
                        .tags("stream", "sales-events")
                        .tags("operation", "ProcessTask")
                        .tags("shard", "shardId-000000000000")
                        .summary();
        assertThat(bytes.count()).isEqualTo(1);
        assertThat(bytes.totalAmount()).isEqualTo(120);
        assertThat(bytes.getId().getBaseUnit()).isEqualTo("bytes");
        var time = registry.get("kcl.record.processor.process.records.time").timer();
        assertThat(time.count()).isEqualTo(1);
        assertThat(time.totalTime(TimeUnit.MILLISECONDS)).isEqualTo(7);
    }

    @Test
    void showsTheShareOfSuccessesAsAMean() {
        for (boolean success : new boolean[] {true, false, true, true}) {
            MetricsScope scope = MetricsUtil.createMetricsWithOperation(metrics, "RenewAllLeases");
            MetricsUtil.addSuccessAndLatency(
                    scope, success, System.currentTimeMillis(), MetricsLevel.DETAILED);
            MetricsUtil.endScope(scope);
        }
        assertThat(registry.get("kcl.success").summary().mean()).isEqualTo(0.75);
        assertThat(registry.get("kcl.time").timer().count()).isEqualTo(4);
    }

    @Test
    void givesEveryMeterTheSameTagsAndNoneOfAWorker() {
        MetricsScope scope = metrics.createMetrics();
        MetricsUtil.addWorkerIdentifier(scope, "worker-1");
        scope.addData("CurrentLeases", 3, StandardUnit.COUNT);
        scope.end();
        assertThat(registry.get("kcl.current.leases").meter().getId().getTags())
                .extracting(tag -> tag.getKey() + "=" + tag.getValue())
                .containsExactlyInAnyOrder("stream=sales-events", "operation=none", "shard=none");
    }
}
