package dev.tillstream.local.aws.eventbridge.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tillstream.local.aws.Calls;
import dev.tillstream.local.aws.protocol.Input;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetTest {

    private static final Event EVENT =
            new Event(
                    Calls.json(
                            "{'id':'e-1','detail':{'store_id':'United Kingdom','sales':1.50,'is_return':false}}"));

    @Test
    void sendsTheWholeEnvelopeWithItsIdAsKeyUnlessTold() throws Exception {
        Message message = target("").message(EVENT);

        assertThat(message.body()).isEqualTo(EVENT.json());
        assertThat(message.partitionKey()).isEqualTo("e-1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    $.detail.store_id  | United Kingdom
                    $.detail.sales     | 1.50
                    $.detail.is_return | false
                    $.id               | e-1
                    """)
    void takesThePartitionKeyFromThePath(String path, String key) throws Exception {
        assertThat(
                        target(",'KinesisParameters':{'PartitionKeyPath':'" + path + "'}")
                                .message(EVENT)
                                .partitionKey())
                .isEqualTo(key);
    }

    @Test
    void sendsAPartOrAConstantInstead() throws Exception {
        assertThat(target(",'InputPath':'$.detail'").message(EVENT).body())
                .isEqualTo("{\"store_id\":\"United Kingdom\",\"sales\":1.50,\"is_return\":false}");
        assertThat(target(",'InputPath':'$'").message(EVENT).body()).isEqualTo(EVENT.json());
        assertThat(target(",'Input':'[1]'").message(EVENT).body()).isEqualTo("[1]");
    }

    @Test
    void refusesAnEventWithoutThePart() {
        assertThatThrownBy(() -> target(",'InputPath':'$.detail.none'").message(EVENT))
                .isInstanceOfSatisfying(
                        RefusedException.class, e -> assertThat(e.refusal().retriable()).isFalse())
                .hasMessageContaining("$.detail.none");
    }

    @Test
    void retriesForADayAnd185TimesUnlessTold() {
        assertThat(target("").retryPolicy()).isEqualTo(new RetryPolicy(185, Duration.ofHours(24)));
        assertThat(target(",'RetryPolicy':{'MaximumRetryAttempts':0}").retryPolicy())
                .isEqualTo(new RetryPolicy(0, Duration.ofHours(24)));
    }

    private static Target target(String members) {
        return TargetDefinition.parse(
                new Input(
                        Calls.json(
                                "{'Id':'t','RoleArn':'r','Arn':'arn:aws:kinesis:us-east-1:0:stream/s'"
                                        + members
                                        + "}")));
    }
}
