package dev.tillstream.access.http;

import dev.tillstream.access.dynamodb.KeyTable;
import dev.tillstream.access.key.Role;
import dev.tillstream.access.known.KnownKeys;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.AuthenticationEntryPointFailureHandler;
import org.springframework.security.web.authentication.AuthenticationFilter;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Asks every request of a service's own port for a key; a service imports it and brings its {@link
 * AccessRules}. The management port is another web server and stays as it is.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
@EnableConfigurationProperties(AccessSettings.class)
public class AccessConfiguration {

    /** Where Boot has it too: behind the filters that measure, before all that read a body. */
    private static final int ORDER = -100;

    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    /** Of its own, so that a table that hangs takes no connections from the service's work. */
    @Bean(defaultCandidate = false, destroyMethod = "close")
    DynamoDbClient keysClient(AccessSettings settings) {
        return DynamoDbClient.builder()
                .httpClientBuilder(ApacheHttpClient.builder().maxConnections(settings.lookups()))
                .overrideConfiguration(o ->
                        o.apiCallTimeout(settings.timeout())
                                .apiCallAttemptTimeout(settings.timeout().dividedBy(2)))
                .build();
    }

    @Bean
    KnownKeys knownKeys(@Qualifier("keysClient") DynamoDbClient client, AccessSettings settings) {
        return new KnownKeys(
                new KeyTable(client, settings.table()),
                settings.freshness(),
                InstantSource.system(),
                System::nanoTime);
    }

    /** Its name in the health endpoint is {@code storeKeys}. */
    @Bean
    KeysHealthIndicator storeKeysHealthIndicator(
            @Qualifier("keysClient") DynamoDbClient client, AccessSettings settings) {
        return new KeysHealthIndicator(client, settings.table());
    }

    @Bean
    OwnPort ownPort() {
        return new OwnPort();
    }

    @Bean
    AccessProblems accessProblems(MeterRegistry meters) {
        return new AccessProblems(meters, RETRY_AFTER.toSeconds());
    }

    @Bean
    SecurityFilterChain access(
            HttpSecurity http,
            OwnPort ownPort,
            AccessRules rules,
            KnownKeys keys,
            AccessProblems problems) {
        return http.securityMatcher(ownPort)
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> write(rules, requests))
                .exceptionHandling(
                        e -> e.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .addFilterBefore(
                        keyFilter(new KeyManager(keys), problems),
                        AnonymousAuthenticationFilter.class)
                .build();
    }

    /** Else each filter is timed for each request, which costs as much as the filters. */
    @Bean
    SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    /** Lets a method that nobody knows come to its 405: no rule lets it further. */
    @Bean
    HttpFirewall anyMethod() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setUnsafeAllowAnyHttpMethod(true);
        return firewall;
    }

    /** Requests only: what an error handler writes was let in, or refused, already. */
    @Bean
    FilterRegistrationBean<Filter> accessFilter(
            @Qualifier("springSecurityFilterChain") Filter chain) {
        var registration = new FilterRegistrationBean<>(chain);
        registration.setOrder(ORDER);
        registration.setDispatcherTypes(DispatcherType.REQUEST);
        return registration;
    }

    private static AuthenticationFilter keyFilter(KeyManager manager, AccessProblems problems) {
        var filter = new AuthenticationFilter(manager, new BearerKeys());
        var failures = new AuthenticationEntryPointFailureHandler(problems);
        failures.setRethrowAuthenticationServiceException(false);
        filter.setFailureHandler(failures);
        // The default one redirects.
        filter.setSuccessHandler((request, response, authentication) -> {});
        return filter;
    }

    private static void write(
            AccessRules rules,
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
                    requests) {
        rules.open().forEach(path -> requests.requestMatchers(HttpMethod.GET, path).permitAll());
        rules.rules()
                .forEach(rule ->
                        requests.requestMatchers(rule.method(), rule.path())
                                .hasAnyAuthority(
                                        rule.roles().stream()
                                                .map(Role::name)
                                                .toArray(String[]::new)));
        requests.anyRequest().hasAuthority(Role.ADMIN.name());
    }
}
