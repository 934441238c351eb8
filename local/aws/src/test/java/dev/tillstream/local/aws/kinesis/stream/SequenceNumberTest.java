package dev.tillstream.local.aws.kinesis.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tillstream.local.aws.protocol.AwsException;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SequenceNumberTest {

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 1_893_456_000_000L << 20, Long.MAX_VALUE})
    void comesBackFromIts56Digits(long sequence) {
        String text = SequenceNumber.format(sequence);

        assertThat(text).hasSize(56).containsOnlyDigits();
        assertThat(SequenceNumber.parse(text)).isEqualTo(sequence);
    }

    @Test
    void keepsTheOrderAsANumberAndAsText() {
        String nine = SequenceNumber.format(9);
        String ten = SequenceNumber.format(10);

        assertThat(nine).isLessThan(ten);
        assertThat(new BigInteger(nine)).isLessThan(new BigInteger(ten));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "0", "49600000000000000000000000000000000000000000000000x00000", "-1"})
    void rejectsWhatIsNone(String text) {
        assertThatExceptionOfType(AwsException.class).isThrownBy(() -> SequenceNumber.parse(text));
    }
}
