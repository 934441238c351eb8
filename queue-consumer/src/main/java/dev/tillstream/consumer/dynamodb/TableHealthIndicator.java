package dev.tillstream.consumer.dynamodb;

import java.time.Duration;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;

/** Up while the table answers and takes writes. */
public final class TableHealthIndicator extends AbstractHealthIndicator {

    /** Shorter than the timeout of the probes that ask. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final DynamoDbClient client;
    private final String table;

    /** Of a table, by its name. */
    public TableHealthIndicator(DynamoDbClient client, String table) {
        super("the table does not answer");
        this.client = client;
        this.table = table;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        TableDescription found = describe();
        TableStatus status = found.tableStatus();
        builder.status(
                        status == TableStatus.ACTIVE || status == TableStatus.UPDATING
                                ? "UP"
                                : "DOWN")
                .withDetail("table", table)
                .withDetail("status", found.tableStatusAsString());
    }

    private TableDescription describe() {
        return client.describeTable(request ->
                        request.tableName(table)
                                .overrideConfiguration(o -> o.apiCallTimeout(PATIENCE)))
                .table();
    }
}
