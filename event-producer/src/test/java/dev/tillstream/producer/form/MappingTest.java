package dev.tillstream.producer.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tillstream.contract.Money;
import dev.tillstream.contract.OtherEvent;
import dev.tillstream.contract.RequestId;
import dev.tillstream.contract.SaleRecorded;
import dev.tillstream.contract.Sku;
import dev.tillstream.contract.StoreId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MappingTest {

    private static final String SALES =
            """
            time: {column: Sold at, format: dd/MM/uuuu HH:mm, zone: Europe/Berlin}
            fields:
              store_id: Country
              name: {column: Article, default: unnamed}
              category: {value: Toys}
              sales: {column: Price, times: Pieces, absolute: true}
              quantity: {column: Pieces, absolute: true}
              is_return: {column: Pieces, type: negative}
              till: {column: Till, type: integer}
            """;
    private static final String VISITORS =
            """
            event: footfall-events
            time: at
            fields:
              store_id: store
              entrance: door
              visitors: {column: n, type: integer}
            """;
    private static final List<String> HEADER =
            List.of("Sold at", "Country", "Article", "Price", "Pieces", "Till");

    @TempDir private Path folder;

    @Test
    void makesSalesOfOtherColumns() throws Exception {
        Form form = Form.of(HEADER, mapping(SALES));

        assertThat(form.event(List.of("06/03/2021 18:15", "usa", "", "2.50", "-3", "7"), "f:2"))
                .isEqualTo(
                        new SaleRecorded(
                                new StoreId("usa"),
                                new RequestId("f:2"),
                                Instant.parse("2021-03-06T17:15:00Z"),
                                "unnamed",
                                "Toys",
                                new Sku("unnamed"),
                                Money.of("7.50"),
                                true,
                                3,
                                "{\"till\":7}"));
    }

    @Test
    void makesEventsOfATypeThatHasOnlyASchema() throws Exception {
        Form form = Form.of(List.of("at", "store", "door", "n"), mapping(VISITORS));

        assertThat(form.event(List.of("2021-03-06T17:15:06Z", "usa", "north", "12"), "f:2"))
                .isInstanceOfSatisfying(
                        OtherEvent.class,
                        event -> {
                            assertThat(event.detailType()).isEqualTo("footfall-events");
                            assertThat(event.requestId().value()).isEqualTo("f:2");
                            assertThat(event.extra()).contains("\"visitors\":12");
                        });
        assertThatThrownBy(() ->
                        form.event(List.of("2021-03-06T17:15:06Z", "usa", "north", "-1"), "f:2"))
                .isInstanceOf(BadColumnException.class)
                .hasMessageStartingWith("column 4 (n) ");
    }

    @Test
    void refusesAValueByItsColumn() throws IOException {
        Form form = Form.of(HEADER, mapping(SALES));

        assertThatThrownBy(
                        () -> form.event(List.of("6.3.2021", "usa", "Kite", "2", "1", "7"), "f:2"))
                .hasMessage(
                        "column 1 (Sold at) must be a time such as 01/12/2010 09:26, is \"6.3.2021\"");
        assertThatThrownBy(() ->
                        form.event(
                                List.of("06/03/2021 18:15", "usa", "Kite", "1e3", "1", "7"), "f:2"))
                .hasMessage("column 4 (Price) must be a number such as 12.50, is \"1e3\"");
        assertThatThrownBy(() ->
                        form.event(List.of("06/03/2021 18:15", "", "Kite", "1", "1", "7"), "f:2"))
                .hasMessage("column 2 (Country) must not be blank");
    }

    @Test
    void refusesAHeaderThatLacksAColumn() throws IOException {
        Mapping mapping = mapping(SALES);

        assertThatThrownBy(() -> Form.of(HEADER.subList(0, 5), mapping))
                .isInstanceOf(BadHeaderException.class)
                .hasMessageStartingWith("the header has no column \"Till\", which is to say till");
        assertThatThrownBy(() -> Form.of(List.of("store_id", "time"), null))
                .isInstanceOf(BadHeaderException.class)
                .hasMessageEndingWith("nothing says category, name, sales of sales-events");
    }

    @Test
    void refusesAMappingThatIsNone() {
        assertThatThrownBy(() -> mapping("fields: {}\n"))
                .hasMessageEndingWith("time needs a column");
        assertThatThrownBy(() -> mapping("time: at\nfields: {store_id: s}\n"))
                .hasMessageEndingWith("nothing says category, name, sales of sales-events");
        assertThatThrownBy(() -> mapping(VISITORS + "colour: red\n"))
                .hasMessageEndingWith("the file can't have colour, only event, fields, time");
        assertThatThrownBy(() -> mapping(VISITORS.replace("integer", "whole")))
                .hasMessageContaining("must be of type text, number, integer, flag or negative");
        assertThatThrownBy(() -> mapping(VISITORS.replace("column: n", "value: 1, column: n")))
                .hasMessageEndingWith("visitors needs either a column or a value");
        assertThatThrownBy(() -> mapping("time: [")).hasMessageContaining("is no YAML");
    }

    private Mapping mapping(String yaml) throws IOException {
        return Mapping.read(Files.writeString(folder.resolve("mapping.yaml"), yaml));
    }
}
