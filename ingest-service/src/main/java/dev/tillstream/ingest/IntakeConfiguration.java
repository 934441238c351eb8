package dev.tillstream.ingest;

import dev.tillstream.contract.json.EventCodec;
import dev.tillstream.ingest.intake.Bus;
import dev.tillstream.ingest.intake.Intake;
import dev.tillstream.ingest.intake.Observer;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.List;
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
    OutcomeCounters outcomeCounters(MeterRegistry meters) {
        return new OutcomeCounters(meters);
    }

    @Bean
    Intake intake(
            EventCodec codec,
            InstantSource clock,
            IntakeSettings settings,
            Bus bus,
            List<Observer> observers) {
        return new Intake(
                codec,
                clock,
                settings.maxAhead(),
                bus,
                (item, outcome) -> observers.forEach(o -> o.saw(item, outcome)));
    }
}
