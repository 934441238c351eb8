package dev.tillstream.dispatch;

import static dev.tillstream.dispatch.order.SaleFixture.TIME;
import static dev.tillstream.dispatch.order.SaleFixture.sale;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tillstream.consumer.fixture.BusTap;
import dev.tillstream.consumer.fixture.EventQueue;
import dev.tillstream.contract.StoreId;
import dev.tillstream.local.testing.LocalAwsExtension;
import dev.tillstream.local.testing.process.ServiceProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The packaged service, killed while it works. */
@Tag("portable")
@ExtendWith(LocalAwsExtension.class)
class KillIT {

    private static final Duration SOON = Duration.ofSeconds(90);
    private static final int SALES = 500;

    private final String name = "kill-" + UUID.randomUUID();
    private final StoreId store = new StoreId(name);

    @Test
    void killedTwiceEachSaleIsOneOrderAndItsEventIsNotLost() {
        try (BusTap tap = BusTap.of("order-events", store);
                EventQueue queue = EventQueue.created(name)) {
            queue.sendAll(
                    IntStream.range(0, SALES)
                            .mapToObj(i -> sale(store, "r-" + i, TIME, "1", false))
                            .toList());
            for (int least : new int[] {20, 150}) {
                ServiceProcess killed = start();
                await().pollInterval(Duration.ofMillis(10))
                        .atMost(SOON)
                        .until(() -> orders() > least);
                killed.kill();
            }

            try (ServiceProcess last = start()) {
                await().atMost(SOON).until(() -> queue.size() == 0);
                await().atMost(SOON).until(() -> tap.identities().size() == SALES);
                assertThat(last.metric("tillstream.dispatch.messages", "outcome:failed")).isZero();
            }
            assertThat(orders()).isEqualTo(SALES);
        }
    }

    private ServiceProcess start() {
        return ServiceProcess.start(
                Path.of(".."),
                "dispatch-service",
                LocalAwsExtension.endpoint(),
                Map.of(
                        "TILLSTREAM_DISPATCH_SQS_QUEUE", name,
                        "TILLSTREAM_DISPATCH_SQS_VISIBILITY", "3s",
                        "TILLSTREAM_OUTBOX_OVERDUE", "1s"));
    }

    private int orders() {
        try (DynamoDbClient client = DynamoDbClient.create()) {
            return client
                    .queryPaginator(query ->
                            query.tableName("tillstream-orders")
                                    .indexName("store-index")
                                    .keyConditionExpression("store_id = :store")
                                    .expressionAttributeValues(
                                            Map.of(":store", AttributeValue.fromS(name)))
                                    .projectionExpression("order_id"))
                    .items()
                    .stream()
                    .mapToInt(item -> 1)
                    .sum();
        }
    }
}
