package dev.tillstream.warehouse.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** Pins names and defaults: whoever sets one of them in an environment relies on it. */
class DynamoDbSettingsTest {

    private final ApplicationContextRunner context =
            new ApplicationContextRunner()
                    .withInitializer(new ConfigDataApplicationContextInitializer())
                    .withUserConfiguration(Settings.class);

    @Test
    void defaults() {
        context.run(started ->
                assertThat(started.getBean(DynamoDbSettings.class))
                        .isEqualTo(
                                new DynamoDbSettings(
                                        "tillstream-stock-ledger",
                                        "tillstream-stock-levels",
                                        Duration.ofSeconds(10),
                                        8)));
    }

    @Test
    void eachHasAnEnvironmentVariable() {
        Map<String, Object> variables =
                Map.of(
                        "TILLSTREAM_WAREHOUSE_DYNAMODB_LEDGER",
                        "other",
                        "TILLSTREAM_WAREHOUSE_DYNAMODB_LEVELS",
                        "another",
                        "TILLSTREAM_WAREHOUSE_DYNAMODB_ATTEMPTS",
                        "2",
                        "TILLSTREAM_WAREHOUSE_DYNAMODB_TIMEOUT",
                        "3s");
        context.withInitializer(started ->
                        started.getEnvironment()
                                .getPropertySources()
                                .addFirst(
                                        new SystemEnvironmentPropertySource(
                                                "test-systemEnvironment", variables)))
                .run(started ->
                        assertThat(started.getBean(DynamoDbSettings.class))
                                .isEqualTo(
                                        new DynamoDbSettings(
                                                "other", "another", Duration.ofSeconds(3), 2)));
    }

    @EnableConfigurationProperties(DynamoDbSettings.class)
    static class Settings {}
}
