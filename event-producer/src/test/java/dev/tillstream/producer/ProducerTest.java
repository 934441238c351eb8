package dev.tillstream.producer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tillstream.contract.StoreEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ProducerTest {

    private final List<List<StoreEvent>> sent = new ArrayList<>();
    private final List<Long> shown = new ArrayList<>();
    private final Tally tally = new Tally();

    @Test
    void sendsEverythingInBatchesAndDrainsTheSink() throws InterruptedException {
        new Producer(source(25), new Sink(), (settled, done) -> shown.add(settled), 10).run(tally);

        assertThat(sent).extracting(List::size).containsExactly(10, 10, 5);
        assertThat(tally.accepted()).isEqualTo(25);
        assertThat(shown).last().isEqualTo(25L);
    }

    @Test
    void keepsTheTallyOfWhatWasAcceptedBeforeAFailure() {
        Sink failing =
                new Sink() {
                    @Override
                    public void drain() {
                        throw new UndeliveredException("away");
                    }
                };

        assertThatThrownBy(() ->
                        new Producer(source(3), failing, (settled, done) -> shown.add(settled), 10)
                                .run(tally))
                .isInstanceOf(UndeliveredException.class);
        assertThat(tally.accepted()).isEqualTo(3);
    }

    private static EventSource source(int size) {
        List<StoreEvent> left = new ArrayList<>(EventFixture.sales(size));
        return new EventSource() {
            @Override
            public List<StoreEvent> next(int limit) {
                List<StoreEvent> head = left.subList(0, Math.min(limit, left.size()));
                List<StoreEvent> batch = List.copyOf(head);
                head.clear();
                return batch;
            }

            @Override
            public OptionalDouble done() {
                return OptionalDouble.empty();
            }

            @Override
            public void close() {}
        };
    }

    private class Sink implements EventSink {

        @Override
        public void send(List<StoreEvent> events, Outcome outcome) {
            sent.add(events);
            events.forEach(outcome::accepted);
        }

        @Override
        public void drain() {}

        @Override
        public void close() {}
    }
}
