package dev.tillstream.analytics.firehose;

import dev.tillstream.analytics.view.View;
import dev.tillstream.analytics.view.Views;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.services.firehose.FirehoseClient;

/** Sends rows to Firehose. */
@Configuration(proxyBeanMethods = false)
class FirehoseConfiguration {

    @Bean
    ViewDeliveries rowDelivery(
            Views views,
            FirehoseClient firehose,
            FirehoseSettings settings,
            InstantSource clock,
            RandomGenerator random) {
        return new ViewDeliveries(
                views.all().stream()
                        .collect(
                                Collectors.toMap(
                                        View::name,
                                        view ->
                                                new FirehoseDelivery(
                                                        firehose,
                                                        settings.prefix() + view.delivery(),
                                                        settings,
                                                        clock,
                                                        random))));
    }

    @Bean
    DeliveryStreamHealth deliveryStreamHealthIndicator(ViewDeliveries deliveries) {
        return new DeliveryStreamHealth(deliveries);
    }
}
