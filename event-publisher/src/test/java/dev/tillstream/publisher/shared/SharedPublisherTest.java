package dev.tillstream.publisher.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tillstream.publisher.OutgoingEvent;
import dev.tillstream.publisher.PublishResult;
import dev.tillstream.publisher.PublishResult.Accepted;
import dev.tillstream.publisher.PublishResult.Refused;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SharedPublisherTest {

    private static final Duration BOUND = Duration.ofSeconds(10);

    private final CountDownLatch open = new CountDownLatch(1);

    @Test
    void putsTheCallsOfALargeSenderAtTheSameTime() {
        try (SharedPublisher publisher = publisher(this::afterOpening, 50, BOUND)) {
            var answer = publish(publisher, 500);

            await().atMost(BOUND).until(() -> publisher.depth().calls() == 50);
            open.countDown();

            assertThat(answer.join()).hasSize(500).allMatch(Accepted.class::isInstance);
        }
    }

    @Test
    void refusesAtOnceWhatItHasNoRoomFor() {
        try (SharedPublisher publisher = publisher(this::afterOpening, 1, BOUND)) {
            var first = publish(publisher, 1_000);
            await().atMost(BOUND).until(() -> publisher.depth().held() == 750);

            var second = publish(publisher, 260);
            await().atMost(BOUND).until(() -> publisher.depth().held() == 760);
            open.countDown();

            assertThat(second.join())
                    .filteredOn(r -> r instanceof Refused refused && refused.retryable())
                    .hasSize(250);
            assertThat(first.join()).filteredOn(Accepted.class::isInstance).hasSize(750);
        }
    }

    @Test
    void tellsASenderWhenNoCallWasFreeForTooLong() {
        try (SharedPublisher publisher = publisher(this::afterOpening, 1, Duration.ofMillis(20))) {
            var stuck = publish(publisher, 10);
            await().atMost(BOUND).until(() -> publisher.depth().calls() == 1);

            assertThat(publisher.publish(events(1)))
                    .singleElement()
                    .matches(r -> r instanceof Refused f && f.code().equals(Refused.NOT_SENT));
            open.countDown();
            assertThat(stuck.join()).allMatch(Accepted.class::isInstance);
        }
    }

    @Test
    void answersWhenAPublisherBreaks() {
        try (SharedPublisher publisher =
                publisher(
                        events -> {
                            throw new IllegalStateException("as told");
                        },
                        1,
                        BOUND)) {
            assertThat(publisher.publish(events(1)))
                    .containsExactly(new Refused(Refused.UNKNOWN, "no answer", true));
        }
    }

    @Test
    void closesAfterWhatItHolds() {
        SharedPublisher publisher = publisher(this::afterOpening, 1, BOUND);
        var held = publish(publisher, 25);
        await().atMost(BOUND).until(() -> publisher.depth().calls() == 1);

        var closed = CompletableFuture.runAsync(publisher::close, Thread::startVirtualThread);
        assertThat(closed).isNotDone();
        open.countDown();

        assertThat(held.join()).hasSize(25).allMatch(Accepted.class::isInstance);
        assertThat(closed).succeedsWithin(BOUND);
        assertThat(publisher.publish(events(1)))
                .containsExactly(new Refused(Refused.NOT_SENT, "closed", true));
    }

    @Test
    void hasNothingToDoForNothing() {
        try (SharedPublisher publisher = publisher(this::afterOpening, 1, BOUND)) {
            assertThat(publisher.publish(List.of())).isEmpty();
        }
    }

    private static CompletableFuture<List<PublishResult>> publish(
            SharedPublisher publisher, int count) {
        return CompletableFuture.supplyAsync(
                () -> publisher.publish(events(count)), Thread::startVirtualThread);
    }

    private List<PublishResult> afterOpening(List<OutgoingEvent> events) {
        try {
            open.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return events.stream()
                .<PublishResult>map(event -> new Accepted(event.detailType()))
                .toList();
    }

    private static SharedPublisher publisher(
            Function<List<OutgoingEvent>, List<PublishResult>> bus, int calls, Duration patience) {
        return new SharedPublisher(
                bus,
                new SharingSettings(calls, 10_000, 1_000, 1_000_000, Duration.ZERO, patience),
                System::nanoTime,
                (entries, took) -> {});
    }

    private static List<OutgoingEvent> events(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new OutgoingEvent("t", "e" + i, "{}", Instant.EPOCH))
                .toList();
    }
}
