package dev.tillstream.contract.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tillstream.contract.EventRejectedException;
import dev.tillstream.contract.Money;
import dev.tillstream.contract.OtherEvent;
import dev.tillstream.contract.SaleRecorded;
import dev.tillstream.contract.Violation;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventCodecTest {

    private static final String SALE =
            """
            {"detail-type":"sales-events","time":"2021-03-06T17:15:06Z","detail":{"request_id":"r-1",\
            "store_id":"store_1","name":"Minotaur","category":"Books","sales":75.32,"quantity":2}}\
            """;

    private final EventCodec codec = new EventCodec();

    @Test
    void readsASaleExactly() {
        SaleRecorded sale = (SaleRecorded) codec.decode(SALE.getBytes(UTF_8));

        assertThat(sale.sales()).isEqualTo(Money.of("75.32"));
        assertThat(sale.revenue()).isEqualTo(Money.of("75.32"));
        assertThat(sale.sku()).hasToString("Minotaur");
        assertThat(sale.returned()).isFalse();
        assertThat(sale.quantity()).isEqualTo(2);
        assertThat(sale.time()).hasToString("2021-03-06T17:15:06Z");
        assertThat(sale.extra()).isEqualTo("{}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"sales\":75.32|\"sales\":-0.01|/detail/sales|invalid-value",
                "\"sales\":75.32|\"sales\":1e2|/detail/sales|invalid-value",
                "\"sales\":75.32|\"sales\":1.00001|/detail/sales|invalid-value",
                "\"sales\":75.32|\"sales\":100000000000|/detail/sales|invalid-value",
                "\"sales\":75.32|\"sales\":\"75.32\"|/detail/sales|wrong-type",
                "\"sales\":75.32,||/detail/sales|missing-field",
                "\"sales\":75.32|\"sales\":null|/detail/sales|missing-field",
                "\"store_1\"|\" \"|/detail/store_id|invalid-value",
                "\"store_1\"|\"a\\u0000b\"|/detail/store_id|invalid-value",
                "\"store_1\"|7|/detail/store_id|wrong-type",
                "\"quantity\":2|\"quantity\":0|/detail/quantity|invalid-value",
                "\"quantity\":2|\"quantity\":2.0|/detail/quantity|wrong-type",
                "\"quantity\":2|\"quantity\":99999999999|/detail/quantity|invalid-value",
                "\"quantity\":2|\"is_return\":\"no\"|/detail/is_return|wrong-type",
                "\"quantity\":2|\"contact_me\":[1]|/detail/contact_me|wrong-type",
                "\"time\":\"2021-03-06T17:15:06Z\",||/time|missing-field",
                "T17:15:06Z|T17:15:06|/time|invalid-value",
                "2021-03-06T|1969-03-06T|/time|invalid-value",
                "\"detail-type\":\"sales-events\",||/detail-type|missing-field",
                "\"sales-events\"|\"no-such-type\"|/detail-type|unknown-detail-type",
                "\"sales-events\"|\"../sales-events\"|/detail-type|unknown-detail-type",
                "\"quantity\":2|\"sales\":75.32|''|malformed-json",
                "\"quantity\":2}}|\"quantity\":2}|''|malformed-json",
                "\"quantity\":2|\"quantity\":2,\"quantity\":3|''|malformed-json",
                "\"quantity\":2|\"note\":{\"a\":1,\"a\":1}|''|malformed-json",
                "\"quantity\":2|\"note\":[{\"a\":1,\"a\":1}]|''|malformed-json",
                "\"quantity\":2}}|\"quantity\":2},\"detail\":{}}|''|malformed-json",
                "\"quantity\":2}}|\"quantity\":2},\"x\":[{\"a\":1,\"a\":1}]}|''|malformed-json",
                "2021-03-06T17:15:06Z|2021-02-29T17:15:06Z|/time|invalid-value",
                "2021-03-06T17:15:06Z|2021-03-06T24:00:00Z|/time|invalid-value",
                "2021-03-06T17:15:06Z|2021-03-06 17:15:06Z|/time|invalid-value",
                "\"quantity\":2}}|\"quantity\":2}} {}|''|malformed-json",
            })
    void namesTheFieldAndTheReason(String part, String wrong, String field, String code) {
        assertThat(SALE).contains(part);

        List<Violation> violations = violations(SALE.replace(part, wrong == null ? "" : wrong));

        assertThat(violations).hasSize(1);
        assertThat(violations.getFirst().field()).isEqualTo(field);
        assertThat(violations.getFirst().code()).isEqualTo(code);
        assertThat(violations.getFirst().reason()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2021-03-06T17:15:06Z",
                "2021-03-06T17:15:06.999Z",
                "2021-03-06T19:15:06+02:00",
                "2021-03-06T17:15:06.1+00:00"
            })
    void readsTheSameTimeHoweverItIsWritten(String time) {
        String json = SALE.replace("2021-03-06T17:15:06Z", time);

        assertThat(codec.decode(json.getBytes(UTF_8)).time())
                .isEqualTo(Instant.parse("2021-03-06T17:15:06Z"));
    }

    @Test
    void refusesAFieldThatComesTwiceAmongMany() {
        String many =
                IntStream.range(0, 40)
                        .mapToObj(i -> "\"f" + i % 39 + "\":1")
                        .collect(Collectors.joining(","));

        assertThat(violations(SALE.replace("{\"detail-type\"", "{" + many + ",\"detail-type\"")))
                .extracting(Violation::code)
                .containsExactly("malformed-json");
    }

    @Test
    void namesEveryMissingField() {
        List<Violation> violations =
                violations(
                        """
                        {"detail-type":"inventory-events","time":"2021-03-06T17:15:06Z","detail":{}}\
                        """);

        assertThat(violations.stream().map(Violation::field).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(
                        "/detail/request_id",
                        "/detail/store_id",
                        "/detail/name",
                        "/detail/category",
                        "/detail/change",
                        "/detail/quantity");
    }

    @ParameterizedTest
    @CsvSource({"received,0", "counted,0", "adjusted,-5", "adjusted,5"})
    void takesStockChanges(String change, int quantity) {
        String json = inventory(change, quantity);

        assertThat(codec.encode(codec.decode(json.getBytes(UTF_8)))).isEqualTo(json);
    }

    @ParameterizedTest
    @CsvSource({"received,-1", "counted,-1"})
    void refusesNegativeArrivalsAndCounts(String change, int quantity) {
        assertThat(violations(inventory(change, quantity)).getFirst().field())
                .isEqualTo("/detail/quantity");
    }

    @Test
    void refusesAnUnknownStockChange() {
        assertThat(violations(inventory("stolen", 1)).getFirst().reason())
                .isEqualTo("must be one of received, adjusted, counted");
    }

    @Test
    void takesATypeThatOnlyHasASchema() {
        String json =
                """
                {"detail-type":"loyalty-events","time":"2021-03-06T17:15:06Z","detail":{"request_id":"l",\
                "store_id":"s","points":1.0}}\
                """;

        assertThat(codec.decode(json.getBytes(UTF_8))).isInstanceOf(OtherEvent.class);
        assertThat(violations(json.replace("1.0", "-1")).getFirst().field())
                .isEqualTo("/detail/points");
        assertThat(violations(json.replace(",\"points\":1.0", "")))
                .containsExactly(
                        new Violation("/detail/points", Violation.MISSING_FIELD, "is missing"));
    }

    @Test
    void refusesWhatIsLargerThanItsLimitByOneByte() {
        byte[] bytes = SALE.replace("Minotaur", "Minotaúr").getBytes(UTF_8);

        assertThat(new EventCodec(bytes.length).decode(bytes)).isNotNull();
        assertThatThrownBy(() -> new EventCodec(bytes.length - 1).decode(bytes))
                .isInstanceOf(EventRejectedException.class)
                .hasMessageContaining(Violation.TOO_LARGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "[]", "7", "null", "{", "{\"detail\":", "\u0000", "{} x"})
    void refusesWhatIsNoObject(String json) {
        assertThat(violations(json)).isNotEmpty();
    }

    private static String inventory(String change, int quantity) {
        return """
        {"detail-type":"inventory-events","time":"2021-03-06T17:15:06Z","detail":{"request_id":"r",\
        "name":"n","category":"c","store_id":"s","sku":"k","change":"%s","quantity":%d}}\
        """
                .formatted(change, quantity);
    }

    private List<Violation> violations(String json) {
        EventRejectedException rejected =
                catchThrowableOfType(
                        EventRejectedException.class, () -> codec.decode(json.getBytes(UTF_8)));
        assertThat(rejected).as(json).isNotNull();
        return rejected.violations();
    }
}
