package dev.tillstream.ingest.intake;

import static dev.tillstream.ingest.intake.EventFixture.bytes;
import static dev.tillstream.ingest.intake.EventFixture.received;
import static dev.tillstream.ingest.intake.EventFixture.returned;
import static dev.tillstream.ingest.intake.EventFixture.sale;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.tillstream.contract.StoreEvent;
import dev.tillstream.contract.json.EventCodec;
import dev.tillstream.ingest.intake.Outcome.Accepted;
import dev.tillstream.ingest.intake.Outcome.Rejected;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SubmissionTest {

    private static final Instant SOLD = Instant.parse("2021-03-06T17:15:06Z");
    private static final Rejected DOWN = new Rejected("bus-unavailable", "", "down", true);

    private final List<List<String>> sent = new ArrayList<>();
    private final List<Outcome> observed = new ArrayList<>();
    private Function<StoreEvent, Outcome> answer = event -> new Accepted(id(event) + "@bus");

    @Test
    void sendsEventsAndSaysWhatBecameOfEach() {
        Submission submission = submit(sale("a", "10.10"), sale("b", "1"));

        assertThat(sent).containsExactly(List.of("a", "b"));
        assertThat(submission.outcomes())
                .containsExactly(new Accepted("a@bus"), new Accepted("b@bus"));
    }

    @Test
    void keepsTheOrderAroundWhatIsInvalid() {
        Submission submission = submit("{}", sale("a", "1"), "7", sale("b", "-1"), sale("c", "1"));

        assertThat(sent).containsExactly(List.of("a", "c"));
        assertThat(submission.outcomes())
                .extracting(o -> o instanceof Rejected r ? r.code() + r.field() : o)
                .containsExactly(
                        "missing-field/detail-type",
                        new Accepted("a@bus"),
                        "malformed-json",
                        "invalid-value/detail/sales",
                        new Accepted("c@bus"));
    }

    @Test
    void addsUpAcceptedSalesMinusReturnsExactly() {
        answer = event -> id(event).equals("lost") ? DOWN : new Accepted("id");

        Submission submission =
                submit(
                        sale("a", "0.1"),
                        sale("b", "0.2"),
                        sale("c", "99999999999.9999"),
                        returned("d", "75.32"),
                        sale("lost", "1000"),
                        received("e", 5),
                        sale("f", "-1"));

        assertThat(submission.sales()).hasToString("99999999924.9799");
    }

    @Test
    void rejectsATimeTooFarAhead() {
        Submission submission =
                intake(SOLD.minusSeconds(601)).submission(Admission.ALL, Notation.PLAIN);
        submission.add(List.of(bytes(sale("a", "1"))));

        assertThat(submission.outcomes())
                .containsExactly(
                        new Rejected(
                                "time-in-future",
                                "/time",
                                "is more than 600 s ahead of 2021-03-06T17:05:05Z",
                                false));
        assertThat(sent).isEmpty();
    }

    @Test
    void takesATimeAsFarAheadAsIsAllowed() {
        Submission submission =
                intake(SOLD.minusSeconds(600)).submission(Admission.ALL, Notation.PLAIN);
        submission.add(List.of(bytes(sale("a", "1"))));

        assertThat(submission.outcomes()).containsExactly(new Accepted("a@bus"));
    }

    @Test
    void sendsNothingThatItsSenderMayNotSend() {
        Rejected no = new Rejected("other-store", "/detail/store_id", "not yours", false);
        Submission submission =
                intake(SOLD)
                        .submission(
                                e -> id(e).equals("a") ? Optional.of(no) : Optional.empty(),
                                Notation.PLAIN);
        submission.add(List.of(bytes(sale("a", "1")), bytes(sale("b", "1"))));

        assertThat(sent).containsExactly(List.of("b"));
        assertThat(submission.outcomes()).containsExactly(no, new Accepted("b@bus"));
    }

    @Test
    void asksABusThatIsDownNoMore() {
        answer = event -> DOWN;
        Submission submission = submit(sale("a", "1"));
        submission.add(List.of(bytes(sale("b", "1")), bytes("{}")));

        assertThat(sent).containsExactly(List.of("a"));
        assertThat(submission.outcomes())
                .extracting(outcome -> ((Rejected) outcome).code())
                .containsExactly("bus-unavailable", "bus-unavailable", "missing-field");
    }

    @Test
    void goesOnWhenTheBusTookSome() {
        answer = event -> id(event).equals("a") ? DOWN : new Accepted("id");
        Submission submission = submit(sale("a", "1"), sale("b", "1"));
        submission.add(List.of(bytes(sale("c", "1"))));

        assertThat(submission.outcomes())
                .containsExactly(DOWN, new Accepted("id"), new Accepted("id"));
    }

    @Test
    void goesOnWhenTheBusRefusesForGood() {
        answer = event -> new Rejected("bus-refused", "", "no", false);
        Submission submission = submit(sale("a", "1"));
        submission.add(List.of(bytes(sale("b", "1"))));

        assertThat(sent).containsExactly(List.of("a"), List.of("b"));
    }

    @Test
    void tellsTheObserverEveryOutcome() {
        Submission submission = submit(sale("a", "1"), "{}");

        assertThat(observed).isEqualTo(submission.outcomes()).hasSize(2);
    }

    @Test
    void trustsNoBusThatForgetsAnEvent() {
        Submission submission =
                new Intake(
                                new EventCodec(),
                                InstantSource.fixed(SOLD),
                                Duration.ZERO,
                                events -> List.of(),
                                (item, outcome) -> observed.add(outcome))
                        .submission(Admission.ALL, Notation.PLAIN);

        assertThatIllegalStateException()
                .isThrownBy(() -> submission.add(List.of(bytes(sale("a", "1")))));
    }

    private Submission submit(String... items) {
        Submission submission = intake(SOLD).submission(Admission.ALL, Notation.PLAIN);
        submission.add(Stream.of(items).map(EventFixture::bytes).toList());
        return submission;
    }

    private Intake intake(Instant now) {
        return new Intake(
                new EventCodec(),
                InstantSource.fixed(now),
                Duration.ofMinutes(10),
                this::send,
                (item, outcome) -> observed.add(outcome));
    }

    private List<Outcome> send(List<StoreEvent> events) {
        sent.add(events.stream().map(SubmissionTest::id).toList());
        return events.stream().map(answer).toList();
    }

    private static String id(StoreEvent event) {
        return event.requestId().value();
    }
}
