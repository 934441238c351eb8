package dev.tillstream.analytics.state;

import dev.tillstream.analytics.revenue.WindowStore;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Puts windows into DynamoDB. */
@Configuration(proxyBeanMethods = false)
class StateConfiguration {

    @Bean
    WindowStore windowStore(DynamoDbClient dynamo, StateSettings settings, InstantSource clock) {
        return new DynamoWindows(dynamo, settings, clock);
    }

    @Bean
    WindowsTableHealth windowsTableHealthIndicator(DynamoDbClient dynamo, StateSettings settings) {
        return new WindowsTableHealth(dynamo, settings);
    }
}
