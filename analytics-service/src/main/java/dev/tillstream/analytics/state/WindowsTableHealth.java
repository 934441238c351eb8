package dev.tillstream.analytics.state;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;

/** Whether the windows table answers. */
final class WindowsTableHealth extends AbstractHealthIndicator {

    private final DynamoDbClient dynamo;
    private final String table;

    WindowsTableHealth(DynamoDbClient dynamo, StateSettings settings) {
        this.dynamo = dynamo;
        this.table = settings.table();
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        TableStatus status =
                dynamo.describeTable(request -> request.tableName(table)).table().tableStatus();
        // A table whose throughput or indexes are being changed still answers.
        boolean answers = status == TableStatus.ACTIVE || status == TableStatus.UPDATING;
        health.status(answers ? "UP" : "DOWN").withDetail("table", table);
        health.withDetail("status", status.toString());
    }
}
