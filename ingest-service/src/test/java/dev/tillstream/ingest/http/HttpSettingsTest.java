package dev.tillstream.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class HttpSettingsTest {

    @Test
    void hasRoomForTheLargestBody() {
        assertThat(problems(DataSize.ofMegabytes(20))).isEmpty();
        assertThat(problems(DataSize.ofMegabytes(19)))
                .containsExactly(
                        "max-memory must be at least four times max-body, or no such body fits");
    }

    private static List<String> problems(DataSize maxMemory) {
        var settings =
                new HttpSettings(
                        DataSize.ofMegabytes(5),
                        maxMemory,
                        500,
                        500,
                        64,
                        Duration.ofSeconds(60),
                        Duration.ofSeconds(2));
        try (var factory = Validation.buildDefaultValidatorFactory()) {
            return factory.getValidator().validate(settings).stream()
                    .map(ConstraintViolation::getMessage)
                    .toList();
        }
    }
}
