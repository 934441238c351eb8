package dev.tillstream.analytics.http;

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

    /** The live page itself says nothing of any store; what it shows it asks for with a key. */
    @Bean
    AccessRules accessRules() {
        return AccessRules.none()
                .allow(HttpMethod.GET, "/revenue", Role.READER, Role.ADMIN)
                .allow(HttpMethod.GET, "/views/**", Role.READER, Role.ADMIN)
                .open("/")
                .open("/index.html")
                .open("/page/**")
                .open("/webjars/chart.js/**")
                .openApiPage();
    }
}
