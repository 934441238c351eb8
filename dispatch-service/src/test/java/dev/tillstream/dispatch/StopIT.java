package dev.tillstream.dispatch;

import static dev.tillstream.dispatch.order.SaleFixture.TIME;
import static dev.tillstream.dispatch.order.SaleFixture.sale;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tillstream.contract.SaleRecorded;
import dev.tillstream.contract.StoreId;
import dev.tillstream.local.testing.LocalAwsExtension;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

@ExtendWith(LocalAwsExtension.class)
class StopIT {

    private static final int MESSAGES = 600;

    private final String name = "stop-" + UUID.randomUUID();
    private final StoreId store = new StoreId(name);

    @Test
    void aStopInTheMiddleAcknowledgesAllThatWasDoneAndLosesNothing() {
        try (DispatchQueue queue = DispatchQueue.created(name)) {
            queue.sendAll(sales());
            MeterRegistry meters;
            try (ConfigurableApplicationContext service = start()) {
                meters = service.getBean(MeterRegistry.class);
                await().atMost(Duration.ofSeconds(20)).until(() -> placed(meters) > 0);
            }
            assertThat(queue.size()).isEqualTo(MESSAGES - placed(meters));
        }
    }

    private List<SaleRecorded> sales() {
        return IntStream.range(0, MESSAGES)
                .mapToObj(i -> sale(store, "r-" + i, TIME, "1", false))
                .toList();
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
