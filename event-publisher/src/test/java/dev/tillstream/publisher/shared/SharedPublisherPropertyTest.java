package dev.tillstream.publisher.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tillstream.publisher.OutgoingEvent;
import dev.tillstream.publisher.PublishResult;
import dev.tillstream.publisher.PublishResult.Accepted;
import dev.tillstream.publisher.PublishResult.Refused;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Many senders at once, each with a random batch, before a bus that fails at random. */
class SharedPublisherPropertyTest {

    private static final int MAX_CALL_BYTES = 500;
    private static final int MAX_CALLS = 4;
    private static final int MAX_EVENTS = 60;

    private final Set<String> onTheBus = ConcurrentHashMap.newKeySet();
    private final Queue<String> violations = new ConcurrentLinkedQueue<>();
    private final AtomicInteger underWay = new AtomicInteger();

    @Property(tries = 150)
    void resultsLineUpWithEventsAndNoGoodOneIsLost(
            @ForAll @Size(min = 1, max = 12) List<@IntRange(max = 40) Integer> batches,
            @ForAll @IntRange(max = 60) int percentFailing,
            @ForAll long seed)
            throws Exception {
        onTheBus.clear();
        SharingSettings settings =
                new SharingSettings(
                        MAX_CALLS,
                        MAX_CALL_BYTES,
                        MAX_EVENTS,
                        9_000,
                        Duration.ofMillis(1),
                        Duration.ofSeconds(10));
        SharedPublisher publisher =
                new SharedPublisher(
                        events -> answer(events, percentFailing, seed),
                        settings,
                        System::nanoTime,
                        (entries, took) -> {});
        try (publisher;
                var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            List<List<OutgoingEvent>> sent =
                    IntStream.range(0, batches.size())
                            .mapToObj(i -> events("s" + i, batches.get(i), new Random(seed + i)))
                            .toList();
            List<Future<List<PublishResult>>> answers =
                    sent.stream()
                            .map(events -> senders.submit(() -> publisher.publish(events)))
                            .toList();
            for (int i = 0; i < sent.size(); i++) {
                assertLinedUp(sent.get(i), answers.get(i).get(), percentFailing, seed);
            }
        }
        assertThat(publisher.depth()).isEqualTo(new SharedPublisher.Depth(0, 0, 0, 0));
        assertThat(violations).isEmpty();
    }

    private void assertLinedUp(
            List<OutgoingEvent> sent, List<PublishResult> results, int percent, long seed) {
        assertThat(results).hasSameSizeAs(sent);
        for (int i = 0; i < sent.size(); i++) {
            String name = sent.get(i).detailType();
            switch (results.get(i)) {
                case Accepted(String id) -> {
                    assertThat(id).isEqualTo("id of " + name);
                    assertThat(onTheBus).contains(name);
                }
                case Refused(String code, String message, boolean retryable) -> {
                    assertThat(retryable).isTrue();
                    assertThat(onTheBus).doesNotContain(name);
                    if (!code.equals(Refused.QUEUE_FULL)) {
                        assertThat(message).isEqualTo("no " + name);
                        assertThat(fails(name, percent, seed)).isTrue();
                    }
                }
            }
        }
    }

    private List<PublishResult> answer(List<OutgoingEvent> events, int percent, long seed) {
        if (underWay.incrementAndGet() > MAX_CALLS) {
            violations.add("too many calls");
        }
        if (events.size() > Backlog.MAX_ENTRIES) {
            violations.add(events.size() + " entries");
        }
        if (events.size() > 1
                && events.stream().mapToInt(OutgoingEvent::size).sum() > MAX_CALL_BYTES) {
            violations.add("too many bytes");
        }
        try {
            return events.stream().map(event -> one(event, percent, seed)).toList();
        } finally {
            underWay.decrementAndGet();
        }
    }

    private PublishResult one(OutgoingEvent event, int percent, long seed) {
        String name = event.detailType();
        if (fails(name, percent, seed)) {
            return new Refused("InternalFailure", "no " + name, true);
        }
        if (!onTheBus.add(name)) {
            violations.add(name + " was sent twice");
        }
        return new Accepted("id of " + name);
    }

    private static boolean fails(String name, int percent, long seed) {
        return new Random(seed ^ name.hashCode()).nextInt(100) < percent;
    }

    private static List<OutgoingEvent> events(String sender, int count, Random random) {
        return IntStream.range(0, count)
                .mapToObj(i ->
                        new OutgoingEvent(
                                "t",
                                sender + "-" + i,
                                "é".repeat(1 + random.nextInt(60)),
                                Instant.EPOCH))
                .toList();
    }
}
