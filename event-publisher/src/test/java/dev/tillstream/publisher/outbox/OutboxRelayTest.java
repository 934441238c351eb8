package dev.tillstream.publisher.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tillstream.publisher.EventPublisher;
import dev.tillstream.publisher.FakeBus;
import dev.tillstream.publisher.OutgoingEvent;
import dev.tillstream.publisher.PublisherSettings;
import dev.tillstream.publisher.RetrySettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;

class OutboxRelayTest {

    private static final Duration SOON = Duration.ofSeconds(10);

    private final Shelf shelf = new Shelf();
    private final Counts counts = new Counts();

    @Test
    void sendsWhatWasJustStoredAndNotesIt() {
        FakeBus bus = FakeBus.taking();
        try (OutboxRelay relay = started(bus, 100)) {
            for (int i = 0; i < 25; i++) {
                relay.offer(shelf.store(i));
            }
            await().atMost(SOON).until(shelf::isEmpty);
        }

        assertThat(bus.accepted).hasSize(25).doesNotHaveDuplicates();
        assertThat(counts.relayed).hasValue(25);
        assertThat(counts.overdue).hasValue(0);
    }

    @Test
    void findsWhatACrashLeftBehind() {
        FakeBus bus = FakeBus.taking();
        IntStream.range(0, 100).forEach(shelf::store);
        shelf.becomeOverdue();

        OutboxRelay relay = started(bus, 100);
        await().atMost(SOON).until(shelf::isEmpty);
        relay.close();

        assertThat(bus.accepted).hasSize(100).doesNotHaveDuplicates();
        assertThat(counts.overdue).hasValue(100);
    }

    @Test
    void aStopSendsWhatIsInMemory() {
        FakeBus bus = FakeBus.taking();
        OutboxRelay relay = started(bus, 1000);
        for (int i = 0; i < 500; i++) {
            relay.offer(shelf.store(i));
        }

        relay.close();

        assertThat(shelf.isEmpty()).isTrue();
        assertThat(bus.accepted).hasSize(500);
    }

    @Test
    void leavesABusThatIsDownAloneAndMakesUpForItAfterwards() {
        AtomicInteger down = new AtomicInteger(3);
        FakeBus bus =
                FakeBus.answering(request -> {
                    if (down.getAndDecrement() > 0) {
                        throw SdkClientException.create("no route");
                    }
                    return FakeBus.reply(request, entry -> "");
                });
        try (OutboxRelay relay = started(bus, 100)) {
            relay.offer(shelf.store(0));
            await().atMost(SOON).until(() -> counts.refused.get() > 0);
            for (int i = 1; i < 200; i++) {
                relay.offer(shelf.store(i));
            }
            shelf.becomeOverdue();
            await().atMost(SOON).until(shelf::isEmpty);
        }

        assertThat(bus.accepted).contains("{\"n\":0}", "{\"n\":199}");
        assertThat(Set.copyOf(bus.accepted)).hasSize(200);
    }

    @Test
    void whatFindsNoRoomIsFoundLater() {
        FakeBus bus = FakeBus.taking();
        OutboxRelay relay = relay(bus, 3);
        for (int i = 0; i < 50; i++) {
            relay.offer(shelf.store(i));
        }
        relay.start();
        await().atMost(SOON).until(() -> bus.accepted.size() == 3);
        shelf.becomeOverdue();

        await().atMost(SOON).until(shelf::isEmpty);
        relay.close();

        assertThat(Set.copyOf(bus.accepted)).hasSize(50);
    }

    @Test
    void aParcelIsOnlyNotedWhenAllOfItIsOnTheBus() {
        FakeBus bus =
                FakeBus.failing(
                        entry -> entry.detail().equals("{\"n\":1}") ? "MalformedDetail" : "");
        try (OutboxRelay relay = started(bus, 100)) {
            relay.offer(shelf.store(0, 1));
            relay.offer(shelf.store(2));
            await().atMost(SOON).until(() -> counts.refused.get() == 1 && shelf.size() == 1);
        }
    }

    @Test
    void goesOnWhenTheStoreFails() {
        FakeBus bus = FakeBus.taking();
        shelf.failures.set(3);
        shelf.store(1);
        shelf.becomeOverdue();

        OutboxRelay relay = started(bus, 100);
        await().atMost(SOON).until(shelf::isEmpty);
        relay.close();

        assertThat(bus.accepted).hasSize(1);
    }

    private OutboxRelay started(FakeBus bus, int capacity) {
        OutboxRelay relay = relay(bus, capacity);
        relay.start();
        return relay;
    }

    private OutboxRelay relay(FakeBus bus, int capacity) {
        var once = new RetrySettings(1, Duration.ZERO, Duration.ZERO);
        var publisher =
                new EventPublisher(
                        bus,
                        new PublisherSettings("tills", 1000, once),
                        new Random(7),
                        pause -> {});
        return new OutboxRelay(
                shelf,
                publisher,
                new RelaySettings(
                        1,
                        Duration.ofMillis(20),
                        capacity,
                        Duration.ofMillis(20),
                        new RetrySettings(1, Duration.ofMillis(20), Duration.ofMillis(50)),
                        Duration.ofSeconds(5)),
                counts);
    }

    /** A store in memory; what was taken is soon overdue again. */
    private static final class Shelf implements Outbox {

        private final Map<Integer, Parcel> parcels = new ConcurrentHashMap<>();
        private final Map<Integer, Long> due = new ConcurrentHashMap<>();
        private final AtomicInteger failures = new AtomicInteger();

        Parcel store(int... numbers) {
            var events = new ArrayList<OutgoingEvent>();
            for (int number : numbers) {
                events.add(
                        new OutgoingEvent(
                                "test", "order-events", "{\"n\":" + number + "}", Instant.EPOCH));
            }
            Parcel parcel = new Parcel(events, () -> parcels.remove(numbers[0]));
            parcels.put(numbers[0], parcel);
            due.put(numbers[0], Long.MAX_VALUE);
            return parcel;
        }

        Parcel store(int number) {
            return store(new int[] {number});
        }

        void becomeOverdue() {
            due.replaceAll((number, time) -> 0L);
        }

        boolean isEmpty() {
            return parcels.isEmpty();
        }

        int size() {
            return parcels.size();
        }

        @Override
        public List<Parcel> takeOverdue(int limit) {
            if (failures.getAndDecrement() > 0) {
                throw new IllegalStateException("no table");
            }
            long now = System.nanoTime() / 1_000_000;
            List<Parcel> taken = new ArrayList<>();
            new HashMap<>(parcels)
                    .forEach((number, parcel) -> {
                        if (taken.size() < limit && due.getOrDefault(number, 0L) <= now) {
                            due.put(number, now + 200);
                            taken.add(parcel);
                        }
                    });
            return taken;
        }
    }

    private static final class Counts implements RelayMeter {

        private final AtomicInteger relayed = new AtomicInteger();
        private final AtomicInteger refused = new AtomicInteger();
        private final AtomicInteger overdue = new AtomicInteger();

        @Override
        public void relayed(int events) {
            relayed.addAndGet(events);
        }

        @Override
        public void refused(int events) {
            refused.addAndGet(events);
        }

        @Override
        public void overdue(int parcels) {
            overdue.addAndGet(parcels);
        }
    }
}
