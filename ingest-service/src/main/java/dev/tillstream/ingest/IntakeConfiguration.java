package dev.tillstream.ingest;

import dev.tillstream.contract.json.EventCodec;
import dev.tillstream.ingest.intake.Bus;
import dev.tillstream.ingest.intake.Intake;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the intake together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IntakeSettings.class)
class IntakeConfiguration {

    @Bean
    EventCodec eventCodec(IntakeSettings settings) {
        return new EventCodec(Math.toIntExact(settings.maxSize().toBytes()));
    }

    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }

    @Bean
    Intake intake(
            EventCodec codec,
            InstantSource clock,
            IntakeSettings settings,
            Bus bus,
            MeterRegistry meters) {
        return new Intake(codec, clock, settings.maxAhead(), bus, new OutcomeCounters(meters));
    }
}
