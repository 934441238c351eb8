package dev.tillstream.publisher.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tillstream.publisher.OutgoingEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BacklogTest {

    private static final long MS = 1_000_000;

    private final Backlog backlog =
            new Backlog(
                    new SharingSettings(
                            2, 1_000, 40, 4_000, Duration.ofMillis(5), Duration.ofMillis(100)));

    @Test
    void letsEventsOfDifferentSendersShareACall() {
        offer("a", 4, 0);
        offer("b", 6, 0);

        assertThat(next(0))
                .containsExactly("a0", "b0", "a1", "b1", "a2", "b2", "a3", "b3", "b4", "b5");
    }

    @Test
    void waitsForCompanyNoLongerThanItLingers() {
        offer("a", 1, 0);
        offer("b", 1, 4 * MS);

        assertThat(next(4 * MS)).isEmpty();
        assertThat(backlog.nextIn(4 * MS)).isEqualTo(MS);
        assertThat(next(5 * MS)).containsExactly("a0", "b0");
        assertThat(backlog.nextIn(5 * MS)).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void fillsACallToTheLastByte() {
        offer("a", 500, "x", 0);
        offer("b", 500, "x", 0);
        offer("c", 1, "x", 0);

        assertThat(backlog.nextIn(0)).isZero();
        assertThat(next(0)).containsExactly("ax", "bx");
        assertThat(next(0)).isEmpty();
    }

    @Test
    void makesNoMoreCallsThanItMay() {
        offer("a", 30, 0);

        List<Parcel> first = backlog.next(0);
        assertThat(backlog.next(0)).hasSize(10);
        assertThat(backlog.next(0)).isEmpty();
        assertThat(backlog.nextIn(0)).isEqualTo(100 * MS);

        backlog.done(first);
        assertThat(backlog.next(0)).hasSize(10);
    }

    @Test
    void letsASmallSenderIntoTheNextCallOfALargeOne() {
        offer("large", 30, 0);
        assertThat(next(0)).hasSize(10);

        offer("small", 1, MS);

        assertThat(next(MS)).contains("small0");
    }

    @Test
    void keepsRoomForTheFirstEventsOfEachSender() {
        assertThat(offer("large", 40, 0)).hasSize(10);
        assertThat(offer("also large", 20, 0)).hasSize(10);
        assertThat(offer("late", 1, 0)).hasSize(1);
        assertThat(backlog.held()).isEqualTo(40);
    }

    @Test
    void countsWhatIsUnderWayAsHeld() {
        offer("a", 10, 0);
        List<Parcel> call = backlog.next(0);
        assertThat(backlog.waiting()).isZero();
        assertThat(backlog.held()).isEqualTo(10);

        backlog.done(call);
        assertThat(backlog.held()).isZero();
        assertThat(backlog.heldBytes()).isZero();
    }

    @Test
    void takesOutWhatNoCallWasFreeFor() {
        offer("a", 25, 0);
        backlog.next(0);
        backlog.next(0);
        offer("b", 1, MS);

        assertThat(backlog.expired(99 * MS)).isEmpty();
        assertThat(backlog.expired(100 * MS)).hasSize(5).allMatch(p -> name(p).startsWith("a"));
        assertThat(backlog.waiting()).isEqualTo(1);
    }

    private List<Parcel> offer(String sender, int count, long now) {
        return backlog.offer(
                new Consignment(
                        IntStream.range(0, count)
                                .mapToObj(i -> event(sender + i, "xxxxxxxxxx"))
                                .toList()),
                now);
    }

    /** One event that counts as so many bytes. */
    private void offer(String sender, int bytes, String suffix, long now) {
        int frame = event(sender + suffix, "x").size() - 1;
        OutgoingEvent event = event(sender + suffix, "x".repeat(Math.max(1, bytes - frame)));
        backlog.offer(new Consignment(List.of(event)), now);
    }

    private List<String> next(long now) {
        return backlog.next(now).stream().map(BacklogTest::name).toList();
    }

    private static OutgoingEvent event(String name, String detail) {
        return new OutgoingEvent("t", name, detail, Instant.EPOCH);
    }

    private static String name(Parcel parcel) {
        return parcel.event().detailType();
    }
}
