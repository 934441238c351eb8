package dev.tillstream.local.aws.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tillstream.local.aws.Calls;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CloudWatchTest {

    private final CloudWatch cloudWatch = new CloudWatch();
    private final Calls calls = new Calls(cloudWatch);

    @Test
    void sumsUpWhatIsPut() {
        put("{'MetricName':'m','Value':2}");
        put("{'MetricName':'m','Values':[1,5],'Counts':[3,1]}");
        put(
                "{'MetricName':'m','StatisticValues':{'SampleCount':2,'Sum':20,'Minimum':4,'Maximum':16}}");

        assertThat(cloudWatch.metrics().all())
                .singleElement()
                .extracting(Metrics.Datum::sums)
                .isEqualTo(new Metrics.Sums(7, 30, 1, 16));
    }

    @Test
    void keepsMetricsOfOtherDimensionsApart() {
        put("{'MetricName':'m','Value':1,'Dimensions':[{'Name':'store','Value':'1'}]}");
        put("{'MetricName':'m','Value':1,'Dimensions':[{'Name':'store','Value':'2'}]}");

        assertThat(cloudWatch.metrics().all()).hasSize(2);
    }

    @Test
    void forgetsTheMetricThatWasPutLongestAgo() {
        IntStream.rangeClosed(0, 1_000)
                .forEach(i -> put("{'MetricName':'m%d','Value':1}".formatted(i)));

        assertThat(cloudWatch.metrics().all())
                .hasSize(1_000)
                .extracting(datum -> datum.key().name())
                .doesNotContain("m0")
                .contains("m1000");
    }

    @Test
    void refusesACallWithABadDatumWhole() {
        calls.refuses(
                "PutMetricData",
                "{'Namespace':'n','MetricData':[{'MetricName':'a','Value':1},{'MetricName':'b','Value':'x'}]}",
                "InvalidParameterValue",
                "b must have a Value that is a number");
        assertThat(cloudWatch.metrics().all()).isEmpty();
    }

    private void put(String datum) {
        calls.call("PutMetricData", "{'Namespace':'n','MetricData':[%s]}".formatted(datum));
    }
}
