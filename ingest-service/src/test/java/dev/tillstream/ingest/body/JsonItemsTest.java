package dev.tillstream.ingest.body;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tillstream.ingest.problem.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonItemsTest {

    private final JsonItems items = new JsonItems(8, 3);

    @Test
    void takesOneObjectAsItIsWritten() {
        assertThat(cut(" {\"sales\" :  1.50e0, \"n\":\"é\\n}\"}\n"))
                .containsExactly("{\"sales\" :  1.50e0, \"n\":\"é\\n}\"}");
    }

    @Test
    void cutsAnArray() {
        assertThat(cut("[ {\"a\":[1,{}]} ,{\"b\":\"]\"},\n{}]"))
                .containsExactly("{\"a\":[1,{}]}", "{\"b\":\"]\"}", "{}");
    }

    @Test
    void cutsObjectsOneBehindTheOther() {
        assertThat(cut("{\"a\":1}\n{\n  \"b\": 2\n}\n{}"))
                .containsExactly("{\"a\":1}", "{\n  \"b\": 2\n}", "{}");
    }

    @Test
    void leavesItToTheContractToRefuseWhatIsNoObject() {
        assertThat(cut("[12.50, \"text\", null]")).containsExactly("12.50", "\"text\"", "null");
        assertThat(cut("true")).containsExactly("true");
        assertThat(cut("12.50")).containsExactly("12.50");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  \n", "[]", "[ ]"})
    void findsNothingInAnEmptyBody(String body) {
        assertThat(cut(body)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[{}",
                "[{},]",
                "[{} {}]",
                "[{}]{}",
                "{\"a\":1}}",
                "{'a':1}",
                "no",
                "\uFEFF{}",
                "{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{}}}}}}}}}"
            })
    void refusesABodyThatIsNoJson(String body) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> cut(body))
                .satisfies(problem -> assertThat(problem.getStatusCode().value()).isEqualTo(400));
    }

    @Test
    void refusesOtherEncodingsThanUtf8() {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> items.of("{\"a\":1}".getBytes(UTF_16)));
    }

    @Test
    void refusesAnArrayThatIsTooLong() {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> cut("[{},{},{},{}]"))
                .satisfies(problem -> assertThat(problem.getStatusCode().value()).isEqualTo(413));
    }

    private List<String> cut(String body) {
        return items.of(body.getBytes(UTF_8)).stream()
                .map(item -> new String(item, UTF_8))
                .toList();
    }
}
