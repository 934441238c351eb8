package dev.tillstream.local.aws.eventbridge.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tillstream.local.aws.TestClock;
import dev.tillstream.local.aws.disk.Disk;
import dev.tillstream.local.aws.eventbridge.target.Event;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;

class DeliveryQueueTest {

    private static final Pending PENDING = new Pending(1, new PendingShelf(Disk.none()));
    private static final Event EVENT = event("a");

    private final TestClock clock = new TestClock("2021-03-06T17:15:06Z");

    @Test
    void hasNoPlaceForMoreThanItsCapacity() {
        DeliveryQueue queue = queue(2);

        assertThat(queue.reserve(EVENT)).isTrue();
        assertThat(queue.reserve(EVENT)).isTrue();
        assertThat(queue.reserve(EVENT)).isFalse();
        queue.release(EVENT);
        assertThat(queue.reserve(EVENT)).isTrue();
    }

    @Test
    void countsBytesTooButTakesAnyEventAlone() {
        DeliveryQueue queue = new DeliveryQueue(new Capacity(10, 50), PENDING);
        Event large = event("x".repeat(100));

        assertThat(queue.reserve(large)).isTrue();
        assertThat(queue.reserve(EVENT)).isFalse();
        queue.release(large);
        assertThat(queue.reserve(EVENT)).isTrue();
        assertThat(queue.reserve(large)).isFalse();
        assertThat(queue.reserve(EVENT)).isTrue();
    }

    @Test
    void keepsThePlaceOfWhatIsInFlightOrWaitsForARetry() {
        DeliveryQueue queue = queue(1);
        add(queue, "a");

        Delivery delivery = queue.take(clock.instant(), 10).getFirst();
        assertThat(queue.reserve(EVENT)).isFalse();
        queue.repeat(delivery.again(clock.instant().plusSeconds(5)));
        assertThat(queue.reserve(EVENT)).isFalse();
    }

    @Test
    void givesWhatIsDueAgainBeforeWhatIsNew() {
        DeliveryQueue queue = queue(10);
        add(queue, "late");
        Delivery late = queue.take(clock.instant(), 1).getFirst();
        queue.repeat(late.again(clock.instant().plusSeconds(5)));
        add(queue, "new");
        add(queue, "newer");

        assertThat(ids(queue.take(clock.instant(), 1))).containsExactly("new");
        clock.advance(Duration.ofSeconds(5));
        assertThat(ids(queue.take(clock.instant(), 10))).containsExactly("late", "newer");
    }

    @Test
    void endsWaitingOnlyWhenClosedAndEmpty() throws Exception {
        DeliveryQueue queue = queue(10);
        add(queue, "a");
        queue.close();

        assertThat(queue.awaitDue(clock)).isTrue();
        queue.done(queue.take(clock.instant(), 1).getFirst());
        assertThat(queue.awaitDue(clock)).isFalse();
        assertThat(queue.reserve(EVENT)).as("no one would deliver it").isFalse();
    }

    private void add(DeliveryQueue queue, String id) {
        Event event = event(id);
        assertThat(queue.reserve(event)).isTrue();
        queue.add(event, clock.instant());
    }

    private static DeliveryQueue queue(int events) {
        return new DeliveryQueue(new Capacity(events, 1_000), PENDING);
    }

    private static Event event(String id) {
        return new Event(JsonNodeFactory.instance.objectNode().put("id", id));
    }

    private static List<String> ids(List<Delivery> deliveries) {
        return deliveries.stream().map(delivery -> delivery.event().id()).toList();
    }
}
