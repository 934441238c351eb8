package dev.tillstream.local.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tillstream.local.aws.protocol.AwsException;
import dev.tillstream.local.aws.protocol.JsonService;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/** Calls a service with JSON written with apostrophes. */
public record Calls(JsonService service) {

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                    .build();

    public JsonNode call(String operation, String input) {
        return service.handle(operation, json(input));
    }

    public void refuses(String operation, String input, String code) {
        refuses(operation, input, code, "");
    }

    public void refuses(String operation, String input, String code, String reason) {
        assertThatThrownBy(() -> call(operation, input))
                .hasMessageContaining(reason)
                .isInstanceOfSatisfying(
                        AwsException.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    public static JsonNode json(String text) {
        return JSON.readTree(text.replace('\'', '"'));
    }
}
