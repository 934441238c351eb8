package dev.tillstream.analytics.state;

import dev.tillstream.analytics.history.History;
import dev.tillstream.analytics.retry.Backoff;
import dev.tillstream.analytics.retry.Parallel;
import java.time.Duration;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Puts windows into DynamoDB. */
@Configuration(proxyBeanMethods = false)
class StateConfiguration {

    /** The bounds of the waits before what the table left unread is read again. */
    private static final Duration FIRST = Duration.ofMillis(20);

    private static final Duration LONGEST = Duration.ofMillis(500);

    @Bean
    WindowStores windowStores(DynamoDbClient dynamo, StateSettings settings, InstantSource clock) {
        var parallel = new Parallel(settings.parallelism());
        return (stream, progress) ->
                new DynamoWindows(dynamo, settings, parallel.telling(progress), clock, stream);
    }

    /** With calls of its own, so that readers never hold up the shards. */
    @Bean
    History history(DynamoDbClient dynamo, StateSettings settings, RandomGenerator random) {
        var parallel = new Parallel(settings.readers());
        return new DynamoHistory(
                new IndexScan(dynamo, settings.table()),
                new HeadReader(
                        dynamo, settings.table(), parallel, new Backoff(FIRST, LONGEST, random)),
                parallel);
    }

    @Bean
    WindowsTableHealth windowsTableHealthIndicator(DynamoDbClient dynamo, StateSettings settings) {
        return new WindowsTableHealth(dynamo, settings);
    }
}
