package dev.tillstream.local.aws.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.elasticmq.Limits;
import org.elasticmq.StrictSQSLimits$;
import org.junit.jupiter.api.Test;

class SqsLimitsTest {

    @Test
    void takesTheSameMessagesAsTheEngineItself() {
        assertThat(
                        IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                                .filter(SqsLimitsTest::differs))
                .isEmpty();
    }

    private static boolean differs(int codePoint) {
        String message = "a" + Character.toString(codePoint);
        return Limits.verifyMessageBody(message, new SqsLimits()).isRight()
                != Limits.verifyMessageBody(message, StrictSQSLimits$.MODULE$).isRight();
    }
}
