package dev.tillstream.analytics.state;

import dev.tillstream.analytics.retry.Parallel;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Puts windows into DynamoDB. */
@Configuration(proxyBeanMethods = false)
class StateConfiguration {

    @Bean
    WindowStores windowStores(DynamoDbClient dynamo, StateSettings settings, InstantSource clock) {
        var parallel = new Parallel(settings.parallelism());
        return stream -> new DynamoWindows(dynamo, settings, parallel, clock, stream);
    }

    @Bean
    WindowsTableHealth windowsTableHealthIndicator(DynamoDbClient dynamo, StateSettings settings) {
        return new WindowsTableHealth(dynamo, settings);
    }
}
