package dev.tillstream.dispatch.dynamodb;

import dev.tillstream.consumer.dynamodb.TableHealthIndicator;
import dev.tillstream.dispatch.order.Orders;
import io.awspring.cloud.autoconfigure.dynamodb.DynamoDbClientCustomizer;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Wires the table. */
@Configuration(proxyBeanMethods = false)
class DynamoDbConfiguration {

    @Bean
    Orders orders(DynamoDbClient client, DynamoDbSettings settings) {
        return new DynamoDbOrders(client, settings.table());
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
