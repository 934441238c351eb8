package dev.tillstream.producer.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tillstream.contract.Money;
import dev.tillstream.contract.RequestId;
import dev.tillstream.contract.SaleRecorded;
import dev.tillstream.contract.Sku;
import dev.tillstream.contract.StoreEvent;
import dev.tillstream.contract.StoreId;
import dev.tillstream.producer.input.LocalInput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileSourceTest {

    private static final String HEADER =
            "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n";
    private static final String GOOD =
            "536365,85123A,WHITE HEART,6,2010-12-01 08:26:00,2.55,17850.0,United Kingdom\n";

    @TempDir private Path folder;

    @Test
    void readsALineAsASale() throws IOException {
        assertThat(events("day.csv", HEADER + GOOD))
                .containsExactly(
                        new SaleRecorded(
                                new StoreId("United Kingdom"),
                                new RequestId("day.csv:2"),
                                Instant.parse("2010-12-01T08:26:00Z"),
                                "WHITE HEART",
                                "unknown",
                                new Sku("85123A"),
                                Money.of("15.30"),
                                false,
                                6,
                                "{}"));
    }

    @Test
    void readsANegativeQuantityAsAReturn() throws IOException {
        SaleRecorded sale = sale("C1,22,BOX,-3,2010-12-01 09:00:00,1.25,,France");

        assertThat(sale.returned()).isTrue();
        assertThat(sale.quantity()).isEqualTo(3);
        assertThat(sale.revenue()).isEqualTo(Money.of("-3.75"));
    }

    @Test
    void namesAProductWithoutDescriptionByItsStockCode() throws IOException {
        assertThat(sale("1,22139,,1,2010-12-01 09:00:00,0.0,,France").name())
                .isEqualTo("Stock code 22139");
    }

    @Test
    void takesAPriceOfZero() throws IOException {
        assertThat(sale("1,22139,BOX,1,2010-12-01 09:00:00,0,,France").sales())
                .isEqualTo(Money.ZERO);
    }

    @Test
    void tellsEqualLinesApart() throws IOException {
        assertThat(events("day.csv", HEADER + GOOD + GOOD))
                .extracting(event -> event.requestId().value())
                .containsExactly("day.csv:2", "day.csv:3");
    }

    @Test
    void numbersARecordByTheLineOnWhichItBegins() throws IOException {
        String broken = GOOD.replace("WHITE HEART", "\"WHITE\nHEART\"").replace("WHITE\n", "A, ");
        String twoLines = "1,2,\"A\r\nB\",1,2010-12-01 08:26:00,1,,X";

        assertThat(events("day.csv", HEADER + "\n" + broken + GOOD.strip()))
                .extracting(event -> event.requestId().value())
                .containsExactly("day.csv:3", "day.csv:4");
        events("two.csv", HEADER + GOOD + twoLines);
        assertThat(rejected("two.csv"))
                .singleElement()
                .asString()
                .startsWith("3\tcolumn 3 (Description) must have printable characters only\t1,2,");
    }

    @Test
    void readsFilesOfWindowsToo() throws IOException {
        assertThat(events("day.csv", (HEADER + GOOD + GOOD).replace("\n", "\r\n")))
                .extracting(event -> event.requestId().value())
                .containsExactly("day.csv:2", "day.csv:3");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1,22,BOX,x,2010-12-01 09:00:00,1,,France | column 4 (Quantity) must be a whole number, is \"x\"",
                "1,22,BOX,0,2010-12-01 09:00:00,1,,France | column 4 (Quantity) must be from 1 to 1000000000, is 0",
                "1,22,BOX,-2147483648,2010-12-01 09:00:00,0,,France | column 4 (Quantity)",
                "1,22,BOX,1,2010-02-30 09:00:00,1,,France | column 5 (InvoiceDate) must be a time such as",
                "1,22,BOX,1,2010-12-01 09:00:00,-1,,France | column 6 (UnitPrice) must be a price",
                "1,22,BOX,1,2010-12-01 09:00:00,1e3,,France | column 6 (UnitPrice) must be a price",
                "1,22,BOX,2,2010-12-01 09:00:00,99999999999,,France | column 6 (UnitPrice) times quantity must be",
                "1,22,BOX,1,2010-12-01 09:00:00,1,, | column 8 (Country) must not be blank",
                "1,,BOX,1,2010-12-01 09:00:00,1,,France | column 2 (StockCode) must not be blank",
                "1,22,BOX,1,2010-12-01 09:00:00,1,France | has 7 columns, not 8",
                "1,22,\"BOX\"X,1,2010-12-01 09:00:00,1,,France | can't be read as CSV",
            })
    void putsABadLineAsideByLineAndColumn(String line, String reason) throws IOException {
        assertThat(events("day.csv", HEADER + GOOD + line + "\n" + GOOD))
                .extracting(event -> event.requestId().value())
                .containsExactly("day.csv:2", "day.csv:4");
        assertThat(rejected("day.csv"))
                .singleElement()
                .asString()
                .startsWith("3\t" + reason)
                .endsWith("\t" + line);
    }

    @Test
    void stopsAtOneBadLineTooMany() throws IOException {
        Path file =
                Files.writeString(folder.resolve("day.csv"), HEADER + GOOD + "x\nx\nx\n" + GOOD);
        Rejects rejects = Rejects.to(folder.resolve("day.csv.rejected"), 2);
        try (FileSource source = FileSource.open(LocalInput.of(file), null, null, rejects)) {
            assertThat(source.next(10)).hasSize(1);
            assertThatThrownBy(() -> source.next(10))
                    .isInstanceOf(BadFileException.class)
                    .hasMessageContaining("day.csv, line 5: has 1 columns, not 8; too many");
        }
        assertThat(rejected("day.csv")).hasSize(3);
    }

    @Test
    void readsZippedFilesByTheSameIdentities() throws IOException {
        Path file = folder.resolve("day.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write((HEADER + GOOD).getBytes(StandardCharsets.UTF_8));
        }

        assertThat(events(file)).isEqualTo(events("day.csv", HEADER + GOOD));
    }

    @Test
    void readsTablesWithTheNamesOfFields() throws IOException {
        String table =
                """
                store_id\ttime\tname\tcategory\tsku\tsales\tquantity\tis_return\ttill
                usa\t2021-03-06T17:15:06Z\t3" PIPE\tTools\tP3\t9.90\t2\ttrue\t7
                """;

        assertThat(events("day.tsv", table))
                .containsExactly(
                        new SaleRecorded(
                                new StoreId("usa"),
                                new RequestId("day.tsv:2"),
                                Instant.parse("2021-03-06T17:15:06Z"),
                                "3\" PIPE",
                                "Tools",
                                new Sku("P3"),
                                Money.of("9.90"),
                                true,
                                2,
                                "{\"till\":\"7\"}"));
    }

    @Test
    void refusesAnotherHeader() {
        assertThatThrownBy(() -> events("day.csv", HEADER.replace("Quantity", "Pieces") + GOOD))
                .hasMessageEndingWith(
                        "day.csv, line 1: the header must be InvoiceNo,StockCode,Description,"
                                + "Quantity,InvoiceDate,UnitPrice,CustomerID,Country,"
                                + " but column 4 is \"Pieces\"");
        assertThatThrownBy(() -> events("day.csv", ""))
                .hasMessageEndingWith("there is no header, the file is empty");
        assertThatThrownBy(() -> events("day.csv", "InvoiceNo,StockCode\n"))
                .hasMessageEndingWith("but has 2 columns");
    }

    @Test
    void refusesAFileThatIsNotThereOrOfAnotherKind() {
        assertThatThrownBy(() -> LocalInput.of(folder.resolve("none.csv")))
                .hasMessage(folder.resolve("none.csv") + ": there is no such file");
        assertThatThrownBy(() -> LocalInput.of(folder)).hasMessageEndingWith("is not a file");
        assertThatThrownBy(() -> events("day.txt", HEADER))
                .hasMessageContaining("its name must end in .csv, .tsv, .ndjson or .jsonl");
    }

    @Test
    void readsAnEventPerLine() throws IOException {
        String event =
                """
                {"detail-type":"sales-events","time":"2026-01-05T10:00:00Z","detail":\
                {"request_id":"r1","store_id":"s","name":"Kite","category":"Toys","sales":22.5}}
                """;
        assertThat(events("till.ndjson", event + "\n" + event.replace("r1", "r2")))
                .extracting(each -> each.requestId().value())
                .containsExactly("r1", "r2");
        assertThat(events("till.jsonl", event + "\n" + event.replace("22.5", "-1"))).hasSize(1);
        assertThat(rejected("till.jsonl"))
                .singleElement()
                .asString()
                .startsWith("3\t/detail/sales: ");
    }

    private SaleRecorded sale(String line) throws IOException {
        return (SaleRecorded) events("day.csv", HEADER + line).getFirst();
    }

    private List<StoreEvent> events(String name, String content) throws IOException {
        return events(Files.writeString(folder.resolve(name), content));
    }

    private List<StoreEvent> events(Path file) throws IOException {
        Rejects rejects = Rejects.to(Path.of(file + ".rejected"), 10);
        try (FileSource source = FileSource.open(LocalInput.of(file), null, null, rejects)) {
            List<StoreEvent> all = new ArrayList<>();
            for (List<StoreEvent> batch = source.next(2);
                    !batch.isEmpty();
                    batch = source.next(2)) {
                all.addAll(batch);
            }
            assertThat(source.done()).hasValue(1);
            return all;
        }
    }

    private List<String> rejected(String name) throws IOException {
        return Files.readAllLines(folder.resolve(name + ".rejected"));
    }
}
