package dev.tillstream.local.aws.eventbridge.delivery;

import static dev.tillstream.local.aws.eventbridge.FakePort.THROTTLED;
import static dev.tillstream.local.aws.eventbridge.FakePort.refuse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tillstream.local.aws.disk.Disk;
import dev.tillstream.local.aws.eventbridge.FakePort;
import dev.tillstream.local.aws.eventbridge.target.Event;
import dev.tillstream.local.aws.eventbridge.target.Target;
import dev.tillstream.local.aws.eventbridge.target.TargetDefinition;
import dev.tillstream.local.aws.protocol.Input;
import dev.tillstream.local.aws.retry.Backoff;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class WorkersTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final FakePort port = new FakePort();
    private final Workers workers =
            new Workers(
                    arn -> port,
                    new Capacity(2, 10_000),
                    new Backoff(Duration.ofMillis(1), Duration.ofMillis(2), new Random(1)),
                    InstantSource.system(),
                    Disk.none());

    @Test
    void triesAgainInTimeAndDrainsAtTheEnd() throws Exception {
        port.then(refuse(THROTTLED)).then(refuse(THROTTLED));
        TargetWorker worker = workers.start("rule", target());

        accept(worker, "a");
        accept(worker, "b");
        workers.close(Duration.ofSeconds(10));

        assertThat(worker.alive()).isFalse();
        assertThat(port.calls()).hasSizeBetween(3, 4);
        assertThat(worker.reserve(event("c"))).isFalse();
    }

    @Test
    void deliversWhatARetiredTargetStillHolds() throws Exception {
        CountDownLatch unstick = new CountDownLatch(1);
        port.then(messages -> {
            unstick.await();
            return Map.of();
        });
        TargetWorker worker = workers.start("rule", target());
        accept(worker, "a");
        await().until(() -> port.calls().size() == 1);
        accept(worker, "b");

        worker.retire();
        unstick.countDown();

        await().until(() -> !worker.alive());
        assertThat(port.calls()).hasSize(2);
    }

    @Test
    void endsInTimeAlthoughATargetHangs() throws Exception {
        CountDownLatch interrupted = new CountDownLatch(1);
        port.otherwise(messages -> {
            try {
                new CountDownLatch(1).await();
            } finally {
                interrupted.countDown();
            }
            return Map.of();
        });
        TargetWorker worker = workers.start("rule", target());
        accept(worker, "a");
        await().until(() -> !port.calls().isEmpty());

        workers.close(Duration.ofMillis(10));

        await().atMost(Duration.ofSeconds(5)).until(() -> interrupted.getCount() == 0);
        await().atMost(Duration.ofSeconds(5)).until(() -> !worker.alive());
    }

    private static void accept(TargetWorker worker, String id) {
        Event event = event(id);
        assertThat(worker.reserve(event)).isTrue();
        worker.accept(event, Instant.now());
    }

    private static Event event(String id) {
        return new Event(JSON.createObjectNode().put("id", id));
    }

    private static Target target() {
        return TargetDefinition.parse(
                new Input(
                        JSON.readTree(
                                "{\"Id\":\"t\",\"Arn\":\"arn:aws:sqs:us-east-1:0:orders\"}")));
    }
}
