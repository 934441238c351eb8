package dev.tillstream.warehouse.dynamodb;

import dev.tillstream.consumer.dynamodb.TableHealthIndicator;
import dev.tillstream.warehouse.stock.StockBook;
import io.awspring.cloud.autoconfigure.dynamodb.DynamoDbClientCustomizer;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Wires the tables. */
@Configuration(proxyBeanMethods = false)
class DynamoDbConfiguration {

    @Bean
    StockBook stockBook(DynamoDbClient client, DynamoDbSettings settings, MeterRegistry registry) {
        Counter contention =
                Counter.builder("tillstream.warehouse.contention")
                        .description("Writes that lost against another of the same item")
                        .register(registry);
        return new DynamoDbStockBook(
                new LedgerTable(client, settings.ledger()),
                new LevelTable(client, settings.levels()),
                new BookTransaction(client),
                new Retries(settings.attempts(), contention::increment));
    }

    @Bean
    HealthIndicator ledgerTableHealthIndicator(DynamoDbClient client, DynamoDbSettings settings) {
        return new TableHealthIndicator(client, settings.ledger());
    }

    @Bean
    HealthIndicator levelsTableHealthIndicator(DynamoDbClient client, DynamoDbSettings settings) {
        return new TableHealthIndicator(client, settings.levels());
    }

    @Bean
    DynamoDbClientCustomizer boundedCalls(DynamoDbSettings settings) {
        return builder ->
                builder.overrideConfiguration(
                        builder.overrideConfiguration()
                                .copy(known -> known.apiCallTimeout(settings.timeout())));
    }
}
