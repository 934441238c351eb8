package dev.tillstream.dispatch.http;

import dev.tillstream.access.http.AccessConfiguration;
import dev.tillstream.access.http.AccessRules;
import dev.tillstream.access.key.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;

/** Who may ask for what; what no rule names is for {@code admin}. */
@Configuration(proxyBeanMethods = false)
@Import(AccessConfiguration.class)
class RulesConfiguration {

    @Bean
    AccessRules accessRules() {
        return AccessRules.none()
                .allow(HttpMethod.GET, "/orders/**", Role.READER, Role.ADMIN)
                .openApiPage();
    }
}
