package dev.tillstream.analytics.firehose;

import java.time.InstantSource;
import java.util.random.RandomGenerator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.services.firehose.FirehoseClient;

/** Sends rows to Firehose. */
@Configuration(proxyBeanMethods = false)
class FirehoseConfiguration {

    @Bean
    FirehoseDelivery rowDelivery(
            FirehoseClient firehose,
            FirehoseSettings settings,
            InstantSource clock,
            RandomGenerator random) {
        return new FirehoseDelivery(firehose, settings, clock, random);
    }

    @Bean
    DeliveryStreamHealth deliveryStreamHealthIndicator(
            FirehoseDelivery delivery, FirehoseSettings settings) {
        return new DeliveryStreamHealth(delivery, settings);
    }
}
