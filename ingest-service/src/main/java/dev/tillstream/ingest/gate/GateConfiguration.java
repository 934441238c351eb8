package dev.tillstream.ingest.gate;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the gate before everything else that Tomcat does with a request. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(GateSettings.class)
class GateConfiguration {

    @Bean
    Gate gate(GateSettings settings, MeterRegistry meters) {
        Gate gate = new Gate(settings.maxRequests(), settings.maxEvents());
        Gauge.builder("tillstream.ingest.gate.requests", gate, Gate::requests)
                .description("Requests under way, slow bodies included")
                .register(meters);
        Gauge.builder("tillstream.ingest.gate.events", gate, Gate::events)
                .description("Events of requests that are worked on, guessed by length")
                .register(meters);
        return gate;
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> gateValve(
            Gate gate, GateSettings settings, MeterRegistry meters) {
        Counter refused =
                Counter.builder("tillstream.ingest.gate.refused")
                        .description("Requests refused before they were looked at")
                        .register(meters);
        return factory -> factory.addEngineValves(new GateValve(gate, settings.chunk(), refused));
    }
}
