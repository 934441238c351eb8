package dev.tillstream.analytics.shard;

import dev.tillstream.analytics.window.EventArchive;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Provides the processors of shards. */
@Configuration(proxyBeanMethods = false)
class ShardConfiguration {

    @Bean
    ShardProcessors shardProcessors(
            WindowShards shards,
            EventArchive archive,
            ShardSettings settings,
            MeterRegistry registry,
            InstantSource clock,
            RandomGenerator random) {
        return new ShardProcessors(shards, archive, settings, registry, clock, random);
    }
}
