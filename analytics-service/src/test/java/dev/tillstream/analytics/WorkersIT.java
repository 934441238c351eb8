package dev.tillstream.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tillstream.local.testing.LocalAwsExtension;
import dev.tillstream.local.testing.process.ServiceProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Several workers on one stream whose shards are split and merged, killed and paused in between.
 */
@ExtendWith(LocalAwsExtension.class)
final class WorkersIT {

    /** Longer than a lease: the others have taken over when a paused worker goes on. */
    private static final Duration PAUSE = Duration.ofSeconds(Long.getLong("tillstream.pause", 10));

    private static final int WORKERS = Integer.getInteger("tillstream.workers", 2);

    private static final Duration TAKEOVER = Duration.ofMinutes(2);

    @TempDir private Path folder;

    private final DataBucket bucket = new DataBucket();
    private final List<ServiceProcess> workers = new ArrayList<>();
    private final SalesStream stream = SalesStream.create(4);

    @AfterEach
    void close() {
        workers.forEach(ServiceProcess::kill);
        stream.close();
        bucket.close();
    }

    @Test
    void publishExactRowsWhenOneIsPausedAndAnotherKilled() throws IOException {
        var day = new Day("paused " + Instant.now() + " ");
        for (int i = 0; i < WORKERS; i++) {
            startWorker();
        }
        ServiceProcess first = workers.getFirst();
        ServiceProcess last = workers.getLast();
        Shift.during(
                day,
                stream::put,
                () -> {
                    awaitReading(first);
                    first.pause();
                    awaitReading(last);
                    awaitEndOf(PAUSE);
                    first.resume();
                    awaitMoreOf(day, 1000);
                    last.kill();
                    workers.remove(last);
                    awaitReading(first);
                });
        awaitRows(day);
    }

    @Test
    void publishExactRowsWhileShardsAreSplitAndMerged() throws IOException {
        var day = new Day("resharded " + Instant.now() + " ");
        startWorker();
        Shift.during(
                day,
                stream::put,
                () -> {
                    awaitReading(workers.getFirst());
                    stream.split(stream.openShards().getFirst());
                    stream.split(stream.openShards().getLast());
                    awaitMoreOf(day, 1000);
                    stream.merge(stream.openShards().get(0), stream.openShards().get(1));
                    stream.merge(stream.openShards().get(1), stream.openShards().get(2));
                    awaitMoreOf(day, 1000);
                });
        awaitRows(day);
    }

    private void startWorker() throws IOException {
        Map<String, String> settings = new HashMap<>(stream.settings(Views.revenue(folder)));
        settings.put("TILLSTREAM_ANALYTICS_KINESIS_WORKERID", "worker-" + workers.size());
        workers.add(Analytics.start(settings));
    }

    private static void awaitReading(ServiceProcess worker) {
        int before = Analytics.recordsRead(worker);
        await().atMost(TAKEOVER)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> Analytics.recordsRead(worker) > before);
    }

    private static void awaitEndOf(Duration time) {
        Instant end = Instant.now().plus(time);
        await().atMost(time.plusSeconds(5)).until(() -> Instant.now().isAfter(end));
    }

    private static void awaitMoreOf(Day day, int sales) {
        int before = day.size();
        await().atMost(TAKEOVER).until(() -> day.size() >= before + sales);
    }

    private void awaitRows(Day day) {
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(
                        () -> assertThat(bucket.totals(day.stores())).isEqualTo(day.totals()));
    }
}
