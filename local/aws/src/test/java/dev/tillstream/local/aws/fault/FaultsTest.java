package dev.tillstream.local.aws.fault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultsTest {

    private static final Call CALL = new Call("sqs", "SendMessageBatch", Set.of("orders"));

    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final InstantSource clock = () -> now;

    @Test
    void drawsTheSameForTheSameSeed() {
        List<Boolean> first = draws(42);

        assertThat(draws(42)).isEqualTo(first);
        assertThat(draws(43)).isNotEqualTo(first);
        assertThat(first.stream().filter(struck -> struck).count()).isBetween(150L, 250L);
    }

    @Test
    void refusesTheSameEntriesForTheSameSeed() {
        String json =
                "{'kind':'partial','service':'sqs','share':0.3,'code':'MalformedDetail','seed':9}";
        Set<Integer> refused = new Faults(clock).add(rule(json)).refused(10);

        assertThat(new Faults(clock).add(rule(json)).refused(10)).isEqualTo(refused).hasSize(3);
        assertThat(new Faults(clock).add(rule(json)).refused(1)).containsExactly(0);
    }

    @Test
    void strikesAsOftenAsItsCountSays() {
        Faults faults = new Faults(clock);
        Fault fault = faults.add(rule("{'kind':'error','count':3}"));

        assertThat(IntStream.range(0, 10).filter(i -> faults.strike(CALL).fault() != null))
                .hasSize(3);
        assertThat(fault.hits()).isEqualTo(3);
        assertThat(fault.isSpent()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "sqs, SendMessageBatch, orders, true",
        "sqs, SendMessageBatch, ord*, true",
        "sqs, SendMessageBatch, *, true",
        "sqs, SendMessageBatch, order, false",
        "sqs, SendMessage, orders, false",
        "kinesis, PutRecords, orders, false"
    })
    void strikesOnlyWhatItIsAimedAt(
            String service, String operation, String resource, boolean struck) {
        Faults faults = new Faults(clock);
        faults.add(
                rule(
                        "{'kind':'error','service':'%s','operation':'%s','resource':'%s'}"
                                .formatted(service, operation, resource)));

        assertThat(faults.strike(CALL).fault() != null).isEqualTo(struck);
    }

    @Test
    void endsAnOutageWhenItsTimeIsOver() {
        Faults faults = new Faults(clock);
        faults.add(rule("{'kind':'outage','millis':1000}"));

        assertThat(faults.strike(CALL).fault()).isNotNull();
        now = now.plusMillis(1000);
        assertThat(faults.strike(CALL).fault()).isNull();
    }

    @Test
    void holdsUpForAllLatenciesTogetherAndLetsAnotherFaultFollow() {
        Faults faults = new Faults(clock);
        faults.add(rule("{'kind':'latency','millis':200}"));
        faults.add(rule("{'kind':'latency','millis':300}"));
        faults.add(rule("{'kind':'error'}"));

        assertThat(faults.strike(CALL).delay()).hasMillis(500);
        assertThat(faults.strike(CALL).fault()).isNotNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|kind is missing",
                "[]|must be a JSON object",
                "{'kind':'boom'}|kind must be one of throttle, error",
                "{'kind':'error','colour':'red'}|colour is no field of a fault",
                "{'kind':'error','probability':0}|probability must be over 0",
                "{'kind':'error','probability':'often'}|probability must be a number",
                "{'kind':'error','count':0}|count must be at least 1",
                "{'kind':'error','service':'s4'}|service must be one of",
                "{'kind':'error','millis':5}|millis is for latency and outage",
                "{'kind':'latency'}|millis must be 1 to 3600000",
                "{'kind':'partial','service':'s3'}|partial is for dynamodb BatchGetItem",
                "{'kind':'reorder','service':'kinesis'}|reorder is for events Deliver, sqs",
                "{'kind':'conflict','service':'dynamodb','operation':'GetItem'}|conflict is for",
                "{'kind':'error','resource':''}|resource must be a text"
            })
    void saysWhatIsWrongWithAFault(String json, String reason) {
        assertThatExceptionOfType(BadFaultException.class)
                .isThrownBy(() -> rule(json))
                .withMessageContaining(reason);
    }

    @Test
    void keepsNoMoreThanAHundred() {
        Faults faults = new Faults(clock);
        IntStream.range(0, 100).forEach(i -> faults.add(rule("{'kind':'error'}")));

        assertThatExceptionOfType(BadFaultException.class)
                .isThrownBy(() -> faults.add(rule("{'kind':'error'}")));
    }

    private List<Boolean> draws(long seed) {
        Faults faults = new Faults(clock);
        faults.add(rule("{'kind':'error','probability':0.2,'seed':%d}".formatted(seed)));
        return IntStream.range(0, 1000).mapToObj(i -> faults.strike(CALL).fault() != null).toList();
    }

    private static FaultRule rule(String json) {
        return FaultJson.read(json.replace('\'', '"').getBytes(UTF_8), new Random(1));
    }
}
