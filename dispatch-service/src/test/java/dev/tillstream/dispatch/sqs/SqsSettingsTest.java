package dev.tillstream.dispatch.sqs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** Pins names and defaults: whoever sets one of them in an environment relies on it. */
class SqsSettingsTest {

    private final ApplicationContextRunner context =
            new ApplicationContextRunner()
                    .withInitializer(new ConfigDataApplicationContextInitializer())
                    .withUserConfiguration(Settings.class);

    @Test
    void defaults() {
        context.run(started ->
                assertThat(started.getBean(SqsSettings.class))
                        .isEqualTo(
                                new SqsSettings(
                                        "tillstream-dispatch",
                                        40,
                                        Duration.ofSeconds(2),
                                        Duration.ofMillis(50),
                                        Duration.ofSeconds(10),
                                        Duration.ofSeconds(30),
                                        Duration.ofMinutes(10),
                                        Duration.ofSeconds(4),
                                        Duration.ofMinutes(2))));
    }

    @Test
    void eachHasAnEnvironmentVariable() {
        Map<String, Object> variables =
                Map.of(
                        "TILLSTREAM_DISPATCH_SQS_QUEUE", "other",
                        "TILLSTREAM_DISPATCH_SQS_CONCURRENCY", "7",
                        "TILLSTREAM_DISPATCH_SQS_POLL", "20s",
                        "TILLSTREAM_DISPATCH_SQS_LINGER", "5ms",
                        "TILLSTREAM_DISPATCH_SQS_DRAIN", "1s",
                        "TILLSTREAM_DISPATCH_SQS_VISIBILITY", "31s",
                        "TILLSTREAM_DISPATCH_SQS_LONGESTWORK", "11m",
                        "TILLSTREAM_DISPATCH_SQS_FIRSTRETRY", "3s",
                        "TILLSTREAM_DISPATCH_SQS_LASTRETRY", "4s");
        context.withInitializer(started ->
                        started.getEnvironment()
                                .getPropertySources()
                                .addFirst(
                                        new SystemEnvironmentPropertySource(
                                                "test-systemEnvironment", variables)))
                .run(started ->
                        assertThat(started.getBean(SqsSettings.class))
                                .isEqualTo(
                                        new SqsSettings(
                                                "other",
                                                7,
                                                Duration.ofSeconds(20),
                                                Duration.ofMillis(5),
                                                Duration.ofSeconds(1),
                                                Duration.ofSeconds(31),
                                                Duration.ofMinutes(11),
                                                Duration.ofSeconds(3),
                                                Duration.ofSeconds(4))));
    }

    @Test
    void refusesAPollThatSqsWouldRefuse() {
        context.withPropertyValues("tillstream.dispatch.sqs.poll=21s")
                .run(started -> assertThat(started).hasFailed());
    }

    @EnableConfigurationProperties(SqsSettings.class)
    static class Settings {}
}
