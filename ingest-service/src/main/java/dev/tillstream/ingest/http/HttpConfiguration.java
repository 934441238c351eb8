package dev.tillstream.ingest.http;

import dev.tillstream.ingest.body.BodyMemory;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the controllers need around them. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(HttpSettings.class)
class HttpConfiguration {

    @Bean
    BodyMemory bodyMemory(HttpSettings settings, MeterRegistry meters) {
        BodyMemory memory = new BodyMemory(settings.maxMemory().toBytes());
        Gauge.builder("tillstream.ingest.body.memory", memory, BodyMemory::taken)
                .description("What the bodies of all requests under way have taken")
                .baseUnit("bytes")
                .register(meters);
        return memory;
    }
}
