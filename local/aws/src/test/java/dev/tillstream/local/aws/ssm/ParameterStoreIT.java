package dev.tillstream.local.aws.ssm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tillstream.local.aws.Clients;
import dev.tillstream.local.aws.LocalAws;
import dev.tillstream.local.aws.LocalAwsFixture;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.Parameter;
import software.amazon.awssdk.services.ssm.model.ParameterAlreadyExistsException;
import software.amazon.awssdk.services.ssm.model.ParameterNotFoundException;
import software.amazon.awssdk.services.ssm.model.ParameterType;

class ParameterStoreIT {

    @Test
    void understandsTheSdkAndItUnderstandsTheErrors() throws Exception {
        try (LocalAws aws = LocalAwsFixture.start();
                SsmClient ssm = Clients.of(SsmClient.builder(), aws.endpoint())) {
            for (int i = 0; i < 12; i++) {
                String name = "/tillstream/p" + i;
                ssm.putParameter(b -> b.name(name).value("v").type(ParameterType.SECURE_STRING));
            }

            assertThat(
                            ssm
                                    .getParametersByPathPaginator(
                                            b -> b.path("/tillstream").withDecryption(true))
                                    .stream()
                                    .flatMap(page -> page.parameters().stream()))
                    .hasSize(12)
                    .extracting(Parameter::value)
                    .containsOnly("v");
            assertThat(
                            ssm.getParameter(b -> b.name("/tillstream/p0"))
                                    .parameter()
                                    .lastModifiedDate())
                    .isNotNull();
            assertThatThrownBy(() -> ssm.getParameter(b -> b.name("/none")))
                    .isInstanceOf(ParameterNotFoundException.class);
            assertThatThrownBy(() ->
                            ssm.putParameter(b ->
                                    b.name("/tillstream/p0").value("w").type(ParameterType.STRING)))
                    .isInstanceOf(ParameterAlreadyExistsException.class);
        }
    }
}
