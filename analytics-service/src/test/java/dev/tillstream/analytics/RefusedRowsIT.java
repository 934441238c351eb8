package dev.tillstream.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tillstream.local.testing.LocalAwsExtension;
import dev.tillstream.local.testing.fault.ActiveFault;
import dev.tillstream.local.testing.fault.Fault;
import dev.tillstream.local.testing.fault.Faults;
import dev.tillstream.local.testing.process.ServiceProcess;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Rows that Firehose doesn't take: some of half of the batches, then none for a while ({@code
 * -Dtillstream.outage=60} makes it a minute).
 */
@ExtendWith(LocalAwsExtension.class)
final class RefusedRowsIT {

    private static final Duration OUTAGE = Duration.ofSeconds(Long.getLong("tillstream.outage", 8));

    private final SalesStream stream = new SalesStream();
    private final DataBucket bucket = new DataBucket();
    private final ServiceProcess service = Analytics.start();

    @AfterEach
    void close() {
        service.kill();
        stream.close();
        bucket.close();
    }

    @Test
    void comeOutExactlyAllTheSame() {
        var day = new Day("refused " + Instant.now() + " ");
        // Of a batch of one it is the one: so half of the batches are left alone.
        try (Faults faults = LocalAwsExtension.faults()) {
            ActiveFault some =
                    faults.add(
                            Fault.partial(0.3).on("firehose", "PutRecordBatch").probability(0.5));
            stream.put(day.sell(1000, Instant.now()));
            awaitHits(some);
        }
        try (Faults faults = LocalAwsExtension.faults()) {
            ActiveFault all = faults.add(Fault.outage(OUTAGE).on("firehose"));
            stream.put(day.sell(1000, Instant.now()));
            awaitHits(all);
            await().atMost(OUTAGE.plusMinutes(2))
                    .pollInterval(Duration.ofMillis(500))
                    .untilAsserted(
                            () -> assertThat(bucket.totals(day.stores())).isEqualTo(day.totals()));
        }
    }

    private static void awaitHits(ActiveFault fault) {
        await().atMost(Duration.ofMinutes(2)).until(() -> fault.hits() > 0);
    }
}
