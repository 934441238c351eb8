package dev.tillstream.dispatch.dynamodb;

import dev.tillstream.consumer.dynamodb.TableHealthIndicator;
import dev.tillstream.consumer.outbox.OutboxMarks;
import dev.tillstream.consumer.outbox.OutboxSettings;
import dev.tillstream.dispatch.order.Orders;
import io.awspring.cloud.autoconfigure.dynamodb.DynamoDbClientCustomizer;
import java.time.InstantSource;
import java.util.List;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Wires the table. */
@Configuration(proxyBeanMethods = false)
class DynamoDbConfiguration {

    @Bean
    Orders orders(
            DynamoDbClient client,
            DynamoDbSettings settings,
            OutboxSettings outbox,
            InstantSource clock) {
        var marks =
                new OutboxMarks(
                        client, settings.table(), List.of(OrderItem.ORDER_ID), outbox, clock);
        return new DynamoDbOrders(client, settings.table(), marks);
    }

    @Bean
    HealthIndicator ordersTableHealthIndicator(DynamoDbClient client, DynamoDbSettings settings) {
        return new TableHealthIndicator(client, settings.table());
    }

    @Bean
    DynamoDbClientCustomizer boundedCalls(DynamoDbSettings settings) {
        return builder ->
                builder.overrideConfiguration(
                        builder.overrideConfiguration()
                                .copy(known -> known.apiCallTimeout(settings.timeout())));
    }
}
