package dev.tillstream.producer.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tillstream.contract.StoreEvent;
import dev.tillstream.contract.json.EventCodec;
import dev.tillstream.producer.EventSource;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ReplayedSourceTest {

    private static final Instant START = Instant.parse("2026-01-05T10:00:00Z");

    private Instant now = START;

    @Test
    void letsTimePassFasterAndNothingHappenInTheFuture() throws InterruptedException {
        List<Instant> handedOut = new ArrayList<>();
        List<StoreEvent> events = new ArrayList<>();
        ReplayedSource source =
                replayed(
                        60, "2010-12-01T08:00:00Z", "2010-12-01T07:59:00Z", "2010-12-01T09:00:00Z");
        for (List<StoreEvent> some = source.next(10); !some.isEmpty(); some = source.next(10)) {
            some.forEach(event -> handedOut.add(now));
            events.addAll(some);
        }

        assertThat(events)
                .extracting(StoreEvent::time)
                .containsExactly(START, START.minusSeconds(1), START.plusSeconds(60));
        assertThat(handedOut).containsExactly(START, START, START.plusSeconds(60));
    }

    @Test
    void givesEachRunIdentitiesOfItsOwn() throws InterruptedException {
        StoreEvent first = replayed(1, "2010-12-01T08:00:00Z").next(1).getFirst();
        now = START.plusSeconds(1);
        StoreEvent second = replayed(1, "2010-12-01T08:00:00Z").next(1).getFirst();

        assertThat(first.requestId().value()).startsWith("r0@");
        assertThat(first.identity()).isNotEqualTo(second.identity());
    }

    @Test
    void renamesEventsOfTypesWithoutJavaInTheirDetail() throws InterruptedException {
        StoreEvent event = replayed(1, "2010-12-01T08:00:00Z").next(1).getFirst();

        assertThat(event.extra())
                .contains("\"request_id\":\"" + event.requestId() + "\"", "\"visitors\":12");
        EventCodec codec = new EventCodec();
        assertThat(codec.decode(codec.encode(event).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(event);
    }

    @Test
    void refusesASpeedThatIsNone() {
        assertThatThrownBy(() -> replayed(0)).hasMessageContaining("speed must be above 0x");
    }

    private ReplayedSource replayed(double speed, String... times) {
        Deque<StoreEvent> events = new ArrayDeque<>();
        for (String time : times) {
            String json =
                    """
                    {"detail-type":"footfall-events","time":"%s","detail":{"request_id":"r%d",\
                    "store_id":"usa","entrance":"n","visitors":12}}\
                    """
                            .formatted(time, events.size());
            events.add(new EventCodec().decode(json.getBytes(StandardCharsets.UTF_8)));
        }
        return new ReplayedSource(
                new Given(events), speed, () -> now, pause -> now = now.plus(pause));
    }

    private record Given(Deque<StoreEvent> events) implements EventSource {

        @Override
        public List<StoreEvent> next(int limit) {
            return events.isEmpty() ? List.of() : List.of(events.remove());
        }

        @Override
        public OptionalDouble done() {
            return OptionalDouble.empty();
        }

        @Override
        public void close() {}
    }
}
