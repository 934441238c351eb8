package dev.tillstream.publisher;

import static dev.tillstream.publisher.OutgoingEventFixture.event;
import static dev.tillstream.publisher.OutgoingEventFixture.events;
import static dev.tillstream.publisher.OutgoingEventFixture.ofSize;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tillstream.publisher.PublishResult.Accepted;
import dev.tillstream.publisher.PublishResult.Refused;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResponse;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResultEntry;

class EventPublisherTest {

    private static final int ATTEMPTS = 3;
    private static final int ALWAYS = Integer.MAX_VALUE;

    private final List<Duration> pauses = new ArrayList<>();

    @Test
    void putsWhatItIsGiven() {
        FakeBus bus = FakeBus.taking();

        assertThat(publish(bus, List.of(event("{}")))).containsExactly(new Accepted("id of {}"));
        assertThat(bus.calls.getFirst())
                .containsExactly(
                        PutEventsRequestEntry.builder()
                                .eventBusName("tills")
                                .source("tillstream.test")
                                .detailType("sales-events")
                                .detail("{}")
                                .time(event("{}").time())
                                .resources(List.of())
                                .build());
    }

    @Test
    void callsNobodyForNothing() {
        FakeBus bus = FakeBus.taking();

        assertThat(publish(bus, List.of())).isEmpty();
        assertThat(bus.calls).isEmpty();
    }

    @Test
    void sendsOnlyWhatFailedAgain() {
        List<String> toFail = new ArrayList<>(List.of("{\"n\":3}", "{\"n\":12}"));
        FakeBus bus = FakeBus.failing(e -> toFail.remove(e.detail()) ? "ThrottlingException" : "");

        assertThat(publish(bus, events(15))).hasSize(15).allMatch(Accepted.class::isInstance);
        assertThat(bus.calls).extracting(List::size).containsExactly(10, 5, 2);
        assertThat(pauses).hasSize(1);
    }

    @Test
    void refusesWhatKeepsFailing() {
        FakeBus bus = FakeBus.failing(e -> e.detail().endsWith("1}") ? "ThrottlingException" : "");

        assertThat(publish(bus, events(3)))
                .containsExactly(
                        new Accepted("id of {\"n\":0}"),
                        new Refused("ThrottlingException", "as told", true),
                        new Accepted("id of {\"n\":2}"));
        assertThat(bus.timesSent.get("{\"n\":1}")).isEqualTo(ATTEMPTS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"MalformedDetail", "InvalidArgument", "RedactionFailure"})
    void neverSendsAgainWhatIsTheEventsFault(String code) {
        FakeBus bus = FakeBus.failing(entry -> code);

        assertThat(publish(bus, events(1))).containsExactly(new Refused(code, "as told", false));
        assertThat(bus.calls).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"AccessDeniedException", "NotAuthorizedForSourceException"})
    void leavesWhatIsTheSetupsFaultForLater(String code) {
        FakeBus bus = FakeBus.failing(entry -> code);

        assertThat(publish(bus, events(1))).containsExactly(new Refused(code, "as told", true));
        assertThat(bus.calls).hasSize(1);
    }

    @Test
    void blamesNoEventForABusThatDoesNotExist() {
        String message =
                "Parameter EventBusName is not valid. Reason: Event bus tills does not exist.";
        PutEventsResultEntry entry =
                PutEventsResultEntry.builder()
                        .errorCode("InvalidArgument")
                        .errorMessage(message)
                        .build();
        FakeBus bus = FakeBus.answering(r -> PutEventsResponse.builder().entries(entry).build());

        assertThat(publish(bus, events(1)))
                .containsExactly(new Refused("InvalidArgument", message, true));
        assertThat(bus.calls).hasSize(1);
    }

    @Test
    void refusesAnEventThatIsTooLargeAlone() {
        FakeBus bus = FakeBus.taking();

        List<PublishResult> results = publish(bus, List.of(ofSize(1000), ofSize(1001), ofSize(99)));

        assertThat(results.get(1))
                .isEqualTo(new Refused("EventTooLarge", "1001 bytes, at most 1000", false));
        assertThat(bus.accepted).hasSize(2);
    }

    @Test
    void sendsARequestAgainThatFailedAsAWhole() {
        FakeBus bus = throwing(FakeBus.failure("InternalException", 500), 2);

        assertThat(publish(bus, events(25))).allMatch(Accepted.class::isInstance);
        assertThat(bus.calls).extracting(List::size).containsExactly(10, 10, 5, 10, 10);
        assertThat(pauses).hasSize(3);
    }

    @Test
    void stopsWhenTheBusIsDown() {
        FakeBus bus = throwing(SdkClientException.create("no route"), ALWAYS);

        assertThat(publish(bus, events(100)))
                .hasSize(100)
                .containsOnly(new Refused("OutcomeUnknown", "no route", true));
        assertThat(bus.calls).hasSize(ATTEMPTS);
        assertThat(pauses).hasSize(ATTEMPTS - 1);
    }

    @Test
    void keepsWhatWasAcceptedBeforeTheBusWentDown() {
        FakeBus bus =
                FakeBus.answering(request -> {
                    if (request.entries().getFirst().detail().equals("{\"n\":0}")) {
                        return FakeBus.reply(request, entry -> "");
                    }
                    throw SdkClientException.create("no route");
                });

        List<PublishResult> results = publish(bus, events(30));

        assertThat(results.subList(0, 10)).allMatch(Accepted.class::isInstance);
        assertThat(results.subList(10, 30)).allMatch(Refused.class::isInstance);
    }

    @Test
    void stopsAtOnceWhenTheSetupIsWrong() {
        FakeBus bus = throwing(FakeBus.failure("ResourceNotFoundException", 400), ALWAYS);

        assertThat(publish(bus, events(30)))
                .hasSize(30)
                .allMatch(result -> result instanceof Refused refused && refused.retryable());
        assertThat(bus.calls).hasSize(1);
        assertThat(pauses).isEmpty();
    }

    @Test
    void findsTheOneEventForWhichARequestIsRefused() {
        FakeBus bus =
                FakeBus.answering(request -> {
                    if (request.entries().stream()
                            .anyMatch(entry -> entry.detail().equals("{\"n\":4}"))) {
                        throw FakeBus.failure("ValidationException", 400);
                    }
                    return FakeBus.reply(request, entry -> "");
                });

        List<PublishResult> results = publish(bus, events(12));

        assertThat(results.get(4))
                .matches(r -> r instanceof Refused refused && !refused.retryable());
        assertThat(results).filteredOn(Accepted.class::isInstance).hasSize(11);
    }

    @Test
    void takesAReplyOfTheWrongLengthAsUnknown() {
        FakeBus bus = FakeBus.answering(request -> PutEventsResponse.builder().build());

        assertThat(publish(bus, events(2)))
                .containsOnly(new Refused("OutcomeUnknown", "0 answers to 2 entries", true));
    }

    @Test
    void stopsWhenInterruptedWhileWaiting() {
        FakeBus bus = throwing(SdkClientException.create("no route"), ALWAYS);
        EventPublisher publisher =
                publisher(
                        bus,
                        pause -> {
                            throw new InterruptedException();
                        });

        assertThat(publisher.publish(events(15)))
                .allMatch(result -> result instanceof Refused refused && refused.retryable());
        assertThat(bus.calls).hasSize(1);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void stopsWhenInterruptedInACall() {
        FakeBus bus =
                FakeBus.answering(request -> {
                    // as the SDK does it
                    Thread.currentThread().interrupt();
                    throw AbortedException.create("aborted");
                });

        assertThat(publish(bus, events(15)).getLast())
                .isEqualTo(new Refused("Interrupted", "interrupted while sending", true));
        assertThat(bus.calls).hasSize(1);
        assertThat(Thread.interrupted()).isTrue();
    }

    private List<PublishResult> publish(FakeBus bus, List<OutgoingEvent> events) {
        return publisher(bus, pauses::add).publish(events);
    }

    private static EventPublisher publisher(FakeBus bus, Sleeper sleeper) {
        RetrySettings retry =
                new RetrySettings(ATTEMPTS, Duration.ofMillis(50), Duration.ofSeconds(1));
        return new EventPublisher(
                bus, new PublisherSettings("tills", 1000, retry), new Random(7), sleeper);
    }

    private static FakeBus throwing(RuntimeException failure, int times) {
        int[] calls = {0};
        return FakeBus.answering(request -> {
            if (calls[0]++ < times) {
                throw failure;
            }
            return FakeBus.reply(request, entry -> "");
        });
    }
}
