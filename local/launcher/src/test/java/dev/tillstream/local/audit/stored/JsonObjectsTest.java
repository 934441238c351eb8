package dev.tillstream.local.audit.stored;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class JsonObjectsTest {

    @Test
    void cutsObjectsWithAndWithoutNewlines() {
        String text = "{\"a\":1.10}{\"é\":[{}]}\n\n {\"b\":\"}{\"}\n";

        assertThat(JsonObjects.split(text.getBytes(UTF_8)))
                .extracting(bytes -> new String(bytes, UTF_8))
                .containsExactly("{\"a\":1.10}", "{\"é\":[{}]}", "{\"b\":\"}{\"}");
    }

    @Test
    void refusesWhatIsNoObject() {
        assertThatThrownBy(() -> JsonObjects.split("{} 7".getBytes(UTF_8)))
                .hasMessageContaining("no JSON object at byte 3");
    }
}
