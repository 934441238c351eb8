package dev.tillstream.router;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What somebody reads who asks why an event is not where it should be. */
class ExplainTest {

    private static final String ROOT = ProjectFolder.root().toString();
    private static final String SEED =
            ProjectFolder.routes().resolveSibling("examples/seed-sale.json").toString();

    @TempDir Path folder;

    @Test
    void saysWhereTheSeedGoesAndWhyNotElsewhere() {
        Run run = Run.of("explain", SEED, "--root", ROOT);

        assertThat(run.exit()).isZero();
        assertThat(run.out())
                .isEqualToNormalizingNewlines(
                        """
                        sales-events from tillstream.ingest at 2021-03-06T17:15:06Z

                          no   dispatch          detail.is_return is true, wanted false
                          yes  warehouse         goes to queue warehouse
                          yes  sales-events      goes to stream sales-events
                          no   inventory-events  detail-type is "sales-events", wanted "inventory-events"
                          yes  raw               goes to delivery raw

                        3 of 5 routes take it.
                        """);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"sales-events\"  | \"Sales-Events\"     | dispatch  | detail-type is \"Sales-Events\", wanted \"sales-events\" (only upper and lower case or blanks differ from \"sales-events\")",
                "\"sales-events\"  | \"order-events\"     | warehouse | detail-type is \"order-events\", wanted \"sales-events\" or \"inventory-events\"",
                "detail-type       | detailType           | dispatch  | detail-type is missing (there is detailType), wanted \"sales-events\"",
                "true}             | \"false\"}           | dispatch  | detail.is_return is \"false\", wanted false (it is a text, not a boolean)",
                "true}             | null}                | dispatch  | detail.is_return is null, wanted false",
                "\"is_return\"     | \"is_retrun\"        | dispatch  | detail.is_return is missing (there is detail.is_retrun), wanted false",
                "\"detail\":       | \"details\":         | dispatch  | detail.is_return is missing (there is no detail, but details), wanted false",
                "\"detail\":{      | \"detail\":\"{}\",\"x\":{ | dispatch | detail.is_return is missing (detail is a text), wanted false",
                "true}             | [true]}              | dispatch  | detail.is_return is [true], wanted false",
                "tillstream.ingest | till.ingest          | raw       | source is \"till.ingest\", wanted starting with \"tillstream.\"",
            })
    void namesTheFirstFieldThatFailed(String old, String wrong, String route, String reason)
            throws IOException {
        String event = Files.readString(Path.of(SEED));
        assertThat(event).contains(old);
        Path file = Files.writeString(folder.resolve("wrong.json"), event.replace(old, wrong));

        Run run = Run.of("explain", file.toString(), "--root", ROOT);

        assertThat(run.out().lines())
                .filteredOn(line -> line.startsWith("  no   " + route))
                .singleElement()
                .asString()
                .endsWith("  " + reason);
    }

    @Test
    void readsWhatATillSendsAsIngestWouldPutItOnTheBus() throws IOException {
        Path file =
                Files.writeString(
                        folder.resolve("till.json"),
                        """
                        {"detail-type":"sales-events","time":"2021-03-06T17:15:06Z",
                         "detail":{"request_id":"r","store_id":"s","name":"n","category":"c","sales":1}}
                        """);

        Run run = Run.of("explain", file.toString(), "--root", ROOT);

        assertThat(run.out())
                .contains(
                        "It has no source, so it is read as ingest-service would put it on the bus.")
                .contains("yes  dispatch");
    }

    @Test
    void saysWhenIngestWouldRefuseIt() throws IOException {
        Path file =
                Files.writeString(
                        folder.resolve("till.json"),
                        "{\"detail-type\":\"sales-events\",\"detail\":{}}");

        assertThat(Run.of("explain", file.toString(), "--root", ROOT).out())
                .contains("sales-events from tillstream.ingest at (no time)")
                .contains("ingest-service would refuse it: /time: is missing (missing-field)")
                .contains(
                        "It never reaches the bus. If it did, 3 of 5 routes would take it as it is.");
    }

    @Test
    void tellsNoRouteFromNoEvent() throws IOException {
        Path other = Files.writeString(folder.resolve("other.json"), "{\"source\":\"weather\"}");
        Path broken = Files.writeString(folder.resolve("broken.json"), "{\"a\":1,\n\"b\":}");

        Run none = Run.of("explain", other.toString(), "--root", ROOT);
        Run unreadable = Run.of("explain", broken.toString(), "--root", ROOT);

        assertThat(none.exit()).isEqualTo(1);
        assertThat(none.out()).contains("No route takes it: the bus would drop it.");
        assertThat(unreadable.exit()).isEqualTo(2);
        assertThat(unreadable.err()).contains("broken.json: no JSON, line 2");
    }

    @Test
    void isOneObjectForPrograms() {
        assertThat(Run.of("explain", SEED, "--root", ROOT, "--json").out().strip())
                .contains(
                        "{\"route\":\"dispatch\",\"matched\":false,\"field\":\"detail.is_return\","
                                + "\"actual\":true,\"wanted\":[false],"
                                + "\"reason\":\"detail.is_return is true, wanted false\"}")
                .doesNotContain("\n");
    }
}
