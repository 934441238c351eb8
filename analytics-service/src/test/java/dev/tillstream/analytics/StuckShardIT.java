package dev.tillstream.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tillstream.analytics.window.EventArchive;
import dev.tillstream.contract.StoreEvent;
import dev.tillstream.local.testing.LocalAwsExtension;
import dev.tillstream.local.testing.fault.ActiveFault;
import dev.tillstream.local.testing.fault.Fault;
import dev.tillstream.local.testing.fault.Faults;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Whether the process is to be started again: when a consumer hangs, and not when AWS does. */
@ExtendWith(LocalAwsExtension.class)
final class StuckShardIT {

    private static final Duration STUCK = Duration.ofSeconds(2);
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String ATTEMPTS = "aws.maxAttempts";

    private static Day day;
    private static SalesStream stream;
    private static InProcess service;

    /** Keeps nothing, and returns only when it may. */
    static final class Gate implements EventArchive {

        private volatile CountDownLatch closed = new CountDownLatch(0);

        @Override
        public void keep(List<StoreEvent> events, Runnable progress) {
            try {
                closed.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        void close() {
            closed = new CountDownLatch(1);
        }

        void open() {
            closed.countDown();
        }
    }

    static class Gated {

        @Bean
        @Primary
        Gate gate() {
            return new Gate();
        }
    }

    @BeforeAll
    static void start() {
        // So that a call that fails ends well within the time in which something must end.
        System.setProperty(ATTEMPTS, "2");
        day = new Day("stuck " + Instant.now() + " ");
        stream = new SalesStream();
        service =
                InProcess.start(
                        Gated.class,
                        "tillstream.analytics.shard.longest-backoff=500ms",
                        "tillstream.analytics.kinesis.stalled=1s",
                        "tillstream.analytics.kinesis.stuck=" + STUCK.toSeconds() + "s");
        awaitHealth("dependencies", 200);
    }

    @AfterAll
    static void stop() {
        System.clearProperty(ATTEMPTS);
        if (service != null) {
            service.close();
        }
        stream.close();
    }

    @Test
    void breaksLivenessUntilTheConsumerMovesAgain() {
        assertThat(service.health("liveness")).isEqualTo(200);
        Gate gate = service.bean(Gate.class);
        gate.close();
        try {
            stream.put(day.sell(1, Instant.now()));
            awaitHealth("liveness", 503);
            assertThat(service.manage("/actuator/health/liveness").body())
                    .containsPattern(
                            "tillstream-sales-events shardId-\\d+\":\"no sign of life for");
            assertThat(service.manage("/actuator/metrics/tillstream.analytics.stuck").body())
                    .contains("\"value\":1.0");
        } finally {
            gate.open();
        }
        awaitHealth("liveness", 200);
        assertThat(service.manage("/actuator/metrics/tillstream.analytics.stuck").body())
                .contains("\"value\":0.0");
    }

    @Test
    void keepsLivenessWhileTheTableDoesNotAnswer() {
        try (Faults faults = LocalAwsExtension.faults()) {
            ActiveFault fault = faults.add(Fault.error().on("dynamodb", "TransactWriteItems"));
            stream.put(day.sell(1, Instant.now()));
            assertAliveButNotWell(fault);
        }
    }

    @Test
    void keepsLivenessWhileTheStreamDoesNotAnswer() {
        try (Faults faults = LocalAwsExtension.faults()) {
            assertAliveButNotWell(faults.add(Fault.error().on("kinesis", "GetRecords")));
        }
    }

    private static void assertAliveButNotWell(ActiveFault fault) {
        await().atMost(SOON).until(() -> fault.hits() > 0);
        awaitHealth("dependencies", 503);
        await().during(STUCK.multipliedBy(2))
                .atMost(SOON)
                .untilAsserted(() -> assertThat(service.health("liveness")).isEqualTo(200));
        assertThat(service.health("dependencies")).isEqualTo(503);
    }

    private static void awaitHealth(String group, int status) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(service.health(group)).isEqualTo(status));
    }
}
