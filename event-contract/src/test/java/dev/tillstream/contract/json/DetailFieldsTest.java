package dev.tillstream.contract.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tillstream.contract.field.FieldValue;
import dev.tillstream.contract.field.FieldValue.Kind;
import dev.tillstream.contract.field.Fields;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DetailFieldsTest {

    private final EventCodec codec = new EventCodec();

    @ParameterizedTest
    @CsvSource({
        "detail_type, TEXT, sales-events",
        "store_id, TEXT, store_1",
        "category, TEXT, Books",
        "sales, NUMBER, 75.320",
        "till, NUMBER, 7",
        "gift, FLAG, true",
        // Not given: what the contract says.
        "sku, TEXT, Minotaur",
        "quantity, NUMBER, 1",
        "is_return, FLAG, false",
    })
    void knowsTheFieldsOfASaleAndTheirDefaults(String name, Kind kind, String text) {
        Fields sale =
                fields(
                        """
                        {"detail-type":"sales-events","time":"2021-03-06T17:15:06Z","detail":{"request_id":"r",\
                        "store_id":"store_1","name":"Minotaur","category":"Books","sales":75.320,"till":7,\
                        "gift":true,"quantity":null,"tags":[1],"detail_type":"hidden"}}\
                        """);
        assertThat(sale.get(name)).isEqualTo(new FieldValue(kind, text));
        assertThat(sale.get("tags")).isNull();
        assertThat(sale.get("no such field")).isNull();
    }

    @Test
    void knowsTheFieldsOfATypeWithoutJava() {
        Fields loyalty =
                fields(
                        """
                        {"detail-type":"loyalty-events","time":"2021-03-06T17:15:06Z","detail":{"request_id":"r",\
                        "store_id":"store_1","points":12.50}}\
                        """);
        assertThat(loyalty.get("points")).isEqualTo(new FieldValue(Kind.NUMBER, "12.50"));
        assertThat(loyalty.get("detail_type"))
                .isEqualTo(new FieldValue(Kind.TEXT, "loyalty-events"));
        assertThat(loyalty.get("sku")).isNull();
    }

    private Fields fields(String event) {
        return codec.read(event.getBytes(UTF_8)).fields();
    }
}
