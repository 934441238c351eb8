package dev.tillstream.router;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tillstream.local.testing.LocalAwsExtension;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.InvalidEventPatternException;

/** TestEventPattern answers what verify does, or what the table says of LocalStack. */
@Tag("portable")
@ExtendWith(LocalAwsExtension.class)
class OperatorsIT {

    private static final EventBridgeClient EVENTS = EventBridgeClient.create();

    @ParameterizedTest
    @MethodSource("dev.tillstream.router.Operators#rows")
    void areMatchedByTheBusAsTheTableSays(Operators.Row row) {
        boolean localStack = "localstack".equals(System.getProperty("aws"));

        assertThat(answer(row)).isEqualTo(localStack ? row.answerOfLocalStack() : row.answer());
    }

    private static String answer(Operators.Row row) {
        try {
            return EVENTS.testEventPattern(test ->
                            test.eventPattern(row.pattern().json()).event(row.event().json()))
                            .result()
                    ? "yes"
                    : "no";
        } catch (InvalidEventPatternException e) {
            return "refused";
        }
    }
}
