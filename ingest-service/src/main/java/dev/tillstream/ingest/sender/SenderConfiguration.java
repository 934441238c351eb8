package dev.tillstream.ingest.sender;

import dev.tillstream.access.http.AccessConfiguration;
import dev.tillstream.access.http.AccessRules;
import dev.tillstream.access.http.Caller;
import dev.tillstream.access.key.Role;
import dev.tillstream.ingest.http.Admissions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;

/** Who may send, and what. */
@Configuration(proxyBeanMethods = false)
@Import(AccessConfiguration.class)
class SenderConfiguration {

    @Bean
    AccessRules accessRules() {
        return AccessRules.none().allow(HttpMethod.POST, "/events", Role.STORE, Role.ADMIN);
    }

    @Bean
    Admissions admissions() {
        return request -> new OwnStore(Caller.of(request));
    }
}
