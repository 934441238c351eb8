package dev.tillstream.warehouse.dynamodb;

import dev.tillstream.consumer.dynamodb.TableHealthIndicator;
import dev.tillstream.consumer.outbox.OutboxMarks;
import dev.tillstream.consumer.outbox.OutboxSettings;
import dev.tillstream.warehouse.stock.StockBook;
import dev.tillstream.warehouse.stock.alarm.Alarmist;
import dev.tillstream.warehouse.stock.alarm.Alarms;
import dev.tillstream.warehouse.stock.alarm.Thresholds;
import io.awspring.cloud.autoconfigure.dynamodb.DynamoDbClientCustomizer;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.List;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Wires the tables. */
@Configuration(proxyBeanMethods = false)
class DynamoDbConfiguration {

    @Bean
    OutboxMarks marks(
            DynamoDbClient client,
            DynamoDbSettings settings,
            OutboxSettings outbox,
            InstantSource clock) {
        return new OutboxMarks(
                client, settings.ledger(), List.of(LedgerItem.CHANGE_ID), outbox, clock);
    }

    @Bean
    Alarms alarms(DynamoDbClient client, DynamoDbSettings settings, OutboxMarks marks) {
        return new DynamoDbAlarms(client, settings.ledger(), marks);
    }

    @Bean
    StockBook stockBook(
            DynamoDbClient client,
            DynamoDbSettings settings,
            OutboxMarks marks,
            Thresholds thresholds,
            Alarmist alarmist,
            MeterRegistry registry) {
        Counter contention =
                Counter.builder("tillstream.warehouse.contention")
                        .description("Writes that lost against another of the same item")
                        .register(registry);
        return new DynamoDbStockBook(
                new LedgerTable(client, settings.ledger(), marks),
                new LevelTable(client, settings.levels()),
                new BookTransaction(client),
                new Retries(settings.attempts(), contention::increment),
                thresholds,
                alarmist);
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
