package dev.tillstream.access.http;

import java.time.Duration;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Up while the table of keys answers. Down, new keys are refused for a while and known ones stay
 * good: nothing that a restart or a balancer could mend.
 */
final class KeysHealthIndicator extends AbstractHealthIndicator {

    /** Shorter than the timeout of the probes that ask. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final DynamoDbClient client;
    private final String table;

    KeysHealthIndicator(DynamoDbClient client, String table) {
        super("the table of keys does not answer");
        this.client = client;
        this.table = table;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        String status =
                client.describeTable(request ->
                                request.tableName(table)
                                        .overrideConfiguration(o -> o.apiCallTimeout(PATIENCE)))
                        .table()
                        .tableStatusAsString();
        builder.up().withDetail("table", table).withDetail("status", status);
    }
}
