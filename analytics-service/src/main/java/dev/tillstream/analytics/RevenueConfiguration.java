package dev.tillstream.analytics;

import dev.tillstream.analytics.quarantine.Quarantines;
import dev.tillstream.analytics.revenue.RevenueMeter;
import dev.tillstream.analytics.revenue.RevenueView;
import dev.tillstream.analytics.revenue.RowDelivery;
import dev.tillstream.analytics.revenue.ShardRevenue;
import dev.tillstream.analytics.revenue.WindowStore;
import dev.tillstream.analytics.shard.RevenueShards;
import io.micrometer.core.instrument.MeterRegistry;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives the windows of revenue their table, their delivery and their quarantine. */
@Configuration(proxyBeanMethods = false)
class RevenueConfiguration {

    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }

    @Bean
    RandomGenerator random() {
        return new SecureRandom();
    }

    @Bean
    RevenueMeter revenueMeter(MeterRegistry registry, RevenueSettings settings) {
        return new MicrometerRevenueMeter(registry, settings.view());
    }

    @Bean
    RevenueShards revenueShards(
            RevenueSettings settings,
            WindowStore store,
            RowDelivery delivery,
            Quarantines quarantines,
            RevenueMeter meter) {
        var view = new RevenueView(settings.view(), settings.returns());
        return (stream, shard) ->
                new ShardRevenue(
                        view,
                        settings.rules(),
                        store,
                        delivery,
                        quarantines.of(stream, shard),
                        meter);
    }
}
