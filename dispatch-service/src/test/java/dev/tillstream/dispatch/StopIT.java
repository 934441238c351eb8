package dev.tillstream.dispatch;

import static dev.tillstream.dispatch.order.SaleFixture.TIME;
import static dev.tillstream.dispatch.order.SaleFixture.sale;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tillstream.consumer.fixture.EventQueue;
import dev.tillstream.contract.SaleRecorded;
import dev.tillstream.contract.StoreId;
import dev.tillstream.local.testing.LocalAwsExtension;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

@Tag("portable")
@ExtendWith(LocalAwsExtension.class)
class StopIT {

    private static final Duration SOON = Duration.ofSeconds(20);

    private final String name = "stop-" + UUID.randomUUID();
    private final StoreId store = new StoreId(name);

    @Test
    void aStopSendsTheAcknowledgementsThatStillWaitForTheirBatchToFill() {
        try (EventQueue queue = EventQueue.created(name)) {
            queue.sendAll(sales(7));

            assertThat(placedUntilStopped(7)).isEqualTo(7);

            assertThat(queue.size()).isZero();
        }
    }

    @Test
    void aStopInTheMiddleLosesNothingAndAcknowledgesAllThatWasDone() {
        try (EventQueue queue = EventQueue.created(name)) {
            queue.sendAll(sales(600));

            int placed = placedUntilStopped(1);

            assertThat(queue.size()).isEqualTo(600 - placed);
        }
    }

    private List<SaleRecorded> sales(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> sale(store, "r-" + i, TIME, "1", false))
                .toList();
    }

    /** Stops the service once it has placed so many; a stop lets it finish what it has begun. */
    private int placedUntilStopped(int enough) {
        MeterRegistry meters;
        try (ConfigurableApplicationContext service = start()) {
            meters = service.getBean(MeterRegistry.class);
            await().pollInterval(Duration.ofMillis(10))
                    .atMost(SOON)
                    .until(() -> placed(meters) >= enough);
        }
        return placed(meters);
    }

    private ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(DispatchApplication.class)
                .run(
                        "--server.port=0",
                        "--management.server.port=0",
                        "--tillstream.dispatch.sqs.queue=" + name,
                        "--tillstream.dispatch.sqs.poll=1s");
    }

    private static int placed(MeterRegistry meters) {
        return (int)
                meters.get("tillstream.dispatch.messages")
                        .tag("outcome", "placed")
                        .counter()
                        .count();
    }
}
