package dev.tillstream.publisher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tillstream.publisher.PublishResult.Accepted;
import dev.tillstream.publisher.PublishResult.Refused;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequest;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResponse;

/** What holds however the bus fails. */
class EventPublisherPropertyTest {

    private static final int MAX_BYTES = 600;
    private static final List<String> CODES =
            List.of(
                    "ThrottlingException",
                    "InternalFailure",
                    "NeverHeardOf",
                    "MalformedDetail",
                    "AccessDeniedException");

    @Property(tries = 2000)
    void resultsTellExactlyWhatTheBusTook(
            @ForAll @IntRange(max = 60) int count,
            @ForAll @IntRange(min = 1, max = 6) int attempts,
            @ForAll @IntRange(max = 100) int percentFailing,
            @ForAll long seed) {
        Random random = new Random(seed);
        FakeBus bus = FakeBus.answering(request -> answer(request, percentFailing, random));
        List<OutgoingEvent> events = randomEvents(count, random);

        List<PublishResult> results = publisher(bus, attempts, random).publish(events);

        assertThat(results).hasSize(count);
        assertThat(accepted(events, results)).containsExactlyInAnyOrderElementsOf(bus.accepted);
        for (int i = 0; i < count; i++) {
            String detail = events.get(i).detail();
            int timesSent = bus.timesSent.getOrDefault(detail, 0);
            assertThat(timesSent).isLessThanOrEqualTo(attempts);
            switch (results.get(i)) {
                case Accepted(String id) -> assertThat(id).isEqualTo("id of " + detail);
                case Refused(String code, var message, var retryable) -> {
                    boolean tooLarge = events.get(i).size() > MAX_BYTES;
                    assertThat(code.equals(Refused.TOO_LARGE)).isEqualTo(tooLarge);
                    assertThat(tooLarge && timesSent > 0).isFalse();
                }
            }
        }
        assertThat(bus.calls).allSatisfy(EventPublisherPropertyTest::fits);
    }

    @Property(tries = 500)
    void everyEventArrivesWhenEachFailsLessOftenThanThereAreAttempts(
            @ForAll @IntRange(max = 60) int count,
            @ForAll @IntRange(min = 1, max = 6) int attempts,
            @ForAll long seed) {
        Random random = new Random(seed);
        List<OutgoingEvent> events = randomEvents(count, random);
        int[] failures = random.ints(count, 0, attempts).toArray();
        FakeBus bus =
                FakeBus.failing(
                        entry -> failures[number(entry.detail())]-- > 0 ? "InternalFailure" : "");

        List<PublishResult> results = publisher(bus, attempts, random).publish(events);

        for (int i = 0; i < count; i++) {
            assertThat(results.get(i) instanceof Accepted)
                    .isEqualTo(events.get(i).size() <= MAX_BYTES);
        }
    }

    private static EventPublisher publisher(FakeBus bus, int attempts, Random random) {
        RetrySettings retry =
                new RetrySettings(attempts, Duration.ofMillis(1), Duration.ofMillis(9));
        return new EventPublisher(
                bus, new PublisherSettings("bus", MAX_BYTES, retry), random, pause -> {});
    }

    /** Events of all sizes, some too large, each with its number at the front. */
    private static List<OutgoingEvent> randomEvents(int count, Random random) {
        return IntStream.range(0, count)
                .mapToObj(i -> i + "-" + "x".repeat(random.nextInt(MAX_BYTES)))
                .map(OutgoingEventFixture::event)
                .toList();
    }

    private static int number(String detail) {
        return Integer.parseInt(detail.substring(0, detail.indexOf('-')));
    }

    private static List<String> accepted(List<OutgoingEvent> events, List<PublishResult> results) {
        return IntStream.range(0, events.size())
                .filter(i -> results.get(i) instanceof Accepted)
                .mapToObj(i -> events.get(i).detail())
                .toList();
    }

    private static void fits(List<PutEventsRequestEntry> entries) {
        assertThat(entries).hasSizeBetween(1, 10);
        assertThat(entries.stream().map(PutEventsRequestEntry::detail))
                .extracting(detail -> OutgoingEventFixture.event(detail).size())
                .satisfies(sizes ->
                        assertThat(sizes.stream().mapToInt(i -> i).sum())
                                .isLessThanOrEqualTo(MAX_BYTES));
    }

    private static PutEventsResponse answer(PutEventsRequest request, int percent, Random random) {
        if (random.nextInt(300) < percent) {
            throw wholeFailure(random.nextInt(10));
        }
        return FakeBus.reply(
                request,
                entry ->
                        random.nextInt(100) < percent
                                ? CODES.get(random.nextInt(CODES.size()))
                                : "");
    }

    private static RuntimeException wholeFailure(int kind) {
        return switch (kind) {
            case 0 -> FakeBus.failure("ValidationException", 400);
            case 1 -> FakeBus.failure("AccessDeniedException", 400);
            case 2, 3, 4 -> FakeBus.failure("InternalException", 500);
            default -> SdkClientException.create("no route");
        };
    }
}
