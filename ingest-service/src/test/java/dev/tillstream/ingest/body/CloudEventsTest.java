package dev.tillstream.ingest.body;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tillstream.contract.EventRejectedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CloudEventsTest {

    private final CloudEvents events = new JsonItems(64, 10).cloudEvents();

    @Test
    void findsTheEventInIt() {
        assertThat(
                        envelope(
                                """
                                {"specversion":"1.0","id":"a-1","source":"/till/7","type":"sales-events","subject":"x",
                                 "time":"2021-03-06T17:15:06Z","data":{"store_id":"é","sales": 1.50}}\
                                """))
                .isEqualTo(
                        """
                        {"detail-type":"sales-events","time":"2021-03-06T17:15:06Z","detail":\
                        {"request_id":"a-1","store_id":"é","sales": 1.50}}\
                        """);
    }

    @Test
    void leavesDataItsOwnRequestId() {
        assertThat(envelope(event("\"data\":{\"request_id\":\"r\",\"n\":{\"a\":1}}")))
                .endsWith("\"detail\":{\"request_id\":\"r\",\"n\":{\"a\":1}}}");
    }

    @Test
    void passesOnTheTraceParent() {
        assertThat(envelope(event("\"traceparent\":\"00-ab\",\"data\":{\"request_id\":\"r\"}")))
                .endsWith("\"detail\":{\"traceparent\":\"00-ab\",\"request_id\":\"r\"}}");
    }

    @Test
    void leavesItToTheContractToMissWhatIsNotThere() {
        assertThat(envelope(event("\"x\":1")))
                .isEqualTo("{\"detail-type\":\"t\",\"time\":null,\"detail\":null}");
        assertThat(envelope(event("\"data\":{}"))).endsWith("\"detail\":{\"request_id\":\"i\"}}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    []                                                                       | malformed-json | ``
                    {"id":"i","id":"i"}                                                      | malformed-json | ``
                    {"id":"i","source":"s","type":"t"}                                       | missing-field  | /specversion
                    {"specversion":"0.3","id":"i","source":"s","type":"t"}                   | invalid-value  | /specversion
                    {"specversion":"1.0","id":7,"source":"s","type":"t"}                     | wrong-type     | /id
                    {"specversion":"1.0","id":"i","source":"","type":"t"}                    | invalid-value  | /source
                    {"specversion":"1.0","id":"i","source":"s","type":"t","data_base64":"e"} | invalid-value  | /data_base64
                    {"specversion":"1.0","id":"i","source":"s","type":"t","datacontenttype":"text/xml"} | invalid-value | /datacontenttype
                    """)
    void namesWhatIsWrongInTheSendersWords(String item, String code, String field) {
        assertThatExceptionOfType(EventRejectedException.class)
                .isThrownBy(() -> envelope(item))
                .satisfies(e -> {
                    assertThat(e.violations().getFirst().code()).isEqualTo(code);
                    assertThat(e.violations().getFirst().field()).isEqualTo(field);
                });
    }

    @Test
    void pointsIntoTheSendersItem() {
        assertThat(events.pointer("/detail/sales")).isEqualTo("/data/sales");
        assertThat(events.pointer("/detail-type")).isEqualTo("/type");
        assertThat(events.pointer("/time")).isEqualTo("/time");
        assertThat(events.pointer("")).isEmpty();
    }

    private String envelope(String item) {
        return new String(events.envelope(item.getBytes(UTF_8)), UTF_8);
    }

    private static String event(String more) {
        return "{\"specversion\":\"1.0\",\"id\":\"i\",\"source\":\"s\",\"type\":\"t\",%s}"
                .formatted(more);
    }
}
