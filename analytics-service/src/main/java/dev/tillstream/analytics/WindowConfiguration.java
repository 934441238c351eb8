package dev.tillstream.analytics;

import dev.tillstream.analytics.quarantine.Quarantines;
import dev.tillstream.analytics.shard.WindowShards;
import dev.tillstream.analytics.state.WindowStores;
import dev.tillstream.analytics.view.Views;
import dev.tillstream.analytics.window.RowDelivery;
import dev.tillstream.analytics.window.ShardWindows;
import dev.tillstream.analytics.window.WindowMeter;
import io.micrometer.core.instrument.MeterRegistry;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives windows their views, their table, their delivery and their quarantine. */
@Configuration(proxyBeanMethods = false)
class WindowConfiguration {

    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }

    @Bean
    RandomGenerator random() {
        return new SecureRandom();
    }

    @Bean
    WindowMeter windowMeter(MeterRegistry registry, Views views) {
        return new MicrometerMeter(registry, views);
    }

    @Bean
    WindowShards windowShards(
            Views views,
            WindowSettings settings,
            WindowStores stores,
            RowDelivery delivery,
            Quarantines quarantines,
            WindowMeter meter) {
        return (stream, shard, progress) ->
                new ShardWindows(
                        views.of(stream),
                        settings.limits(),
                        stores.of(stream, progress),
                        delivery,
                        quarantines.of(stream, shard),
                        meter);
    }
}
