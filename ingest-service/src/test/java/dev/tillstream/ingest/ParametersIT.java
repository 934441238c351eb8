package dev.tillstream.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tillstream.local.testing.LocalAwsExtension;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.ParameterType;

/** Settings that come from the Parameter Store, by the profile {@code production} alone. */
@Tag("portable")
@ExtendWith(LocalAwsExtension.class)
class ParametersIT {

    private static final String SETTING = "tillstream.ingest.pace.burst";

    private final String path = "/tillstream-" + UUID.randomUUID() + "/ingest/";

    /** What there is of a service before its beans. */
    @Configuration(proxyBeanMethods = false)
    static class Settings {}

    @Test
    void aSecretOfTheParameterStoreIsASettingInProduction() {
        try (SsmClient ssm = SsmClient.create()) {
            ssm.putParameter(
                    r -> r.name(path + SETTING).value("77").type(ParameterType.SECURE_STRING));
        }

        assertThat(setting("production")).isEqualTo("77");
        assertThat(setting("default")).isEqualTo("20000");
    }

    @Test
    void withoutAnyParameterTheDefaultsHold() {
        assertThat(setting("production")).isEqualTo("20000");
    }

    private String setting(String profile) {
        SpringApplication application = new SpringApplication(Settings.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        try (ConfigurableApplicationContext context =
                application.run(
                        "--spring.profiles.active=" + profile, "--TILLSTREAM_PARAMETERS=" + path)) {
            return context.getEnvironment().getRequiredProperty(SETTING);
        }
    }
}
