package dev.tillstream.analytics.eventdata;

import dev.tillstream.analytics.window.EventArchive;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Keeps events in DynamoDB, if they are to be kept. */
@Configuration(proxyBeanMethods = false)
class EventDataConfiguration {

    @Bean
    EventArchive eventArchive(
            DynamoDbClient dynamo,
            EventDataSettings settings,
            InstantSource clock,
            RandomGenerator random) {
        return settings.enabled()
                ? new EventTable(dynamo, settings, clock, random)
                : EventArchive.NONE;
    }
}
