package dev.tillstream.ingest.sender;

import dev.tillstream.access.http.AccessConfiguration;
import dev.tillstream.access.http.AccessRules;
import dev.tillstream.access.http.Caller;
import dev.tillstream.access.key.Role;
import dev.tillstream.ingest.http.Admissions;
import dev.tillstream.ingest.intake.Admission;
import io.github.bucket4j.TimeMeter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;

/** Who may send, and what. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PaceSettings.class)
@Import(AccessConfiguration.class)
class SenderConfiguration {

    @Bean
    AccessRules accessRules() {
        return AccessRules.none()
                .allow(HttpMethod.POST, "/events", Role.STORE, Role.ADMIN)
                .openApiPage();
    }

    @Bean
    Pace pace(PaceSettings settings, MeterRegistry meters) {
        return new Pace(settings, TimeMeter.SYSTEM_NANOTIME, meters);
    }

    @Bean
    Admissions admissions(Pace pace) {
        return request -> admission(Caller.of(request), pace);
    }

    /** Only stores are slowed: who imports old events is trusted to know what he does. */
    private static Admission admission(Caller caller, Pace pace) {
        OwnStore own = new OwnStore(caller);
        return caller.store() == null ? own : new Paced(own, pace.enter(caller.store()));
    }
}
