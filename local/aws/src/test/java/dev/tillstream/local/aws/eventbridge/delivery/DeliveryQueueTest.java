package dev.tillstream.local.aws.eventbridge.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tillstream.local.aws.TestClock;
import dev.tillstream.local.aws.eventbridge.target.Event;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;

class DeliveryQueueTest {

    private final TestClock clock = new TestClock("2021-03-06T17:15:06Z");

    @Test
    void hasNoPlaceForMoreThanItsCapacity() {
        DeliveryQueue queue = new DeliveryQueue(2);

        assertThat(queue.reserve()).isTrue();
        assertThat(queue.reserve()).isTrue();
        assertThat(queue.reserve()).isFalse();
        queue.release();
        assertThat(queue.reserve()).isTrue();
    }

    @Test
    void keepsThePlaceOfWhatIsInFlightOrWaitsForARetry() {
        DeliveryQueue queue = new DeliveryQueue(1);
        add(queue, "a");

        Delivery delivery = queue.take(clock.instant(), 10).getFirst();
        assertThat(queue.reserve()).isFalse();
        queue.repeat(delivery.again(clock.instant().plusSeconds(5)));
        assertThat(queue.reserve()).isFalse();
    }

    @Test
    void givesWhatIsDueAgainBeforeWhatIsNew() {
        DeliveryQueue queue = new DeliveryQueue(10);
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
        DeliveryQueue queue = new DeliveryQueue(10);
        add(queue, "a");
        queue.close();

        assertThat(queue.awaitDue(clock)).isTrue();
        queue.take(clock.instant(), 1);
        queue.release();
        assertThat(queue.awaitDue(clock)).isFalse();
        assertThat(queue.reserve()).as("no one would deliver it").isFalse();
    }

    private void add(DeliveryQueue queue, String id) {
        assertThat(queue.reserve()).isTrue();
        Event event = new Event(JsonNodeFactory.instance.objectNode().put("id", id));
        queue.add(Delivery.accepted(event, clock.instant()));
    }

    private static List<String> ids(List<Delivery> deliveries) {
        return deliveries.stream().map(delivery -> delivery.event().id()).toList();
    }
}
