package dev.tillstream.local.aws.firehose.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tillstream.local.aws.protocol.AwsException;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectKeyTest {

    private static final UUID ID = UUID.fromString("d14dcbec-a626-b929-6d26-9b4a0babfdc2");
    private static final String NAME = "raw-1-2021-01-31-14-47-09-" + ID;

    @ParameterizedTest(name = "{0} gives {1}")
    @CsvSource(
            nullValues = "-",
            value = {
                "'', 2021/01/31/14/",
                "raw/, raw/2021/01/31/14/",
                "raw, raw2021/01/31/14/",
                "'raw/!{timestamp:yyyy-MM-dd}/', raw/2021-01-31/",
                "'year=!{timestamp:yyyy}/hour=!{timestamp:HH}/', year=2021/hour=14/",
                "'!{timestamp:yyyy/MM/dd/HH}', 2021/01/31/14",
                "'!{firehose:random-string}/', d14dcbeca62/2021/01/31/14/"
            })
    void namesObjectsAsFirehoseDoes(String prefix, String evaluated) {
        ObjectKey key =
                ObjectKey.of(
                        new KeyPrefix(prefix),
                        "raw",
                        1,
                        Instant.parse("2021-01-31T14:47:09.5Z"),
                        () -> ID);

        assertThat(key.text()).isEqualTo(evaluated + NAME);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "!{timestamp:no pattern}/",
                "!{firehose:error-output-type}/",
                "!{partitionKeyFromQuery:store}/",
                "!{unknown}/",
                "raw/!{timestamp:yyyy"
            })
    void refusesAnExpressionItDoesNotHave(String prefix) {
        assertThatThrownBy(() -> new KeyPrefix(prefix))
                .isInstanceOfSatisfying(
                        AwsException.class,
                        e -> assertThat(e.code()).isEqualTo("InvalidArgumentException"));
    }
}
