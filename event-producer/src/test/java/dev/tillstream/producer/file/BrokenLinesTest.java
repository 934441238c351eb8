package dev.tillstream.producer.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tillstream.producer.input.LocalInput;
import dev.tillstream.producer.line.LineReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ten kinds of broken lines, a good one behind each. */
class BrokenLinesTest {

    private static final String GOOD = "1,22,BOX,1,2010-12-01 09:00:00,1.00,,France\n";

    /** Each with what is said of it. */
    private static final List<String[]> BROKEN =
            List.of(
                    row("1,22,BOX,1,2010-12-01 09:00:00,1.00,\u00c4,France", "isn't UTF-8 text"),
                    row("1,22," + "B".repeat(LineReader.LONGEST), "has more than 524288 bytes"),
                    row("1,22,\"BOX,1,2010-12-01 09:00:00,1,,France", "has a quote that is never"),
                    row("1,22,\"BOX\"X,1,2010-12-01 09:00:00,1,,France", "can't be read as CSV"),
                    row("1,22,BOX,1,2010-12-01 09:00:00,1,France", "has 7 columns, not 8"),
                    row("1,22,BOX,1,2010-12-01 09:00:00,1,,France,x", "has 9 columns, not 8"),
                    row("1,22,BOX,many,2010-12-01 09:00:00,1,,France", "column 4 (Quantity) must"),
                    row("1,22,BOX,1,2010-02-30 09:00:00,1,,France", "column 5 (InvoiceDate) must"),
                    row("1,22,BOX,1,2010-12-01 09:00:00,-1,,France", "column 6 (UnitPrice) must"),
                    row("1,22,BOX,1,2010-12-01 09:00:00,1,, ", "column 8 (Country) must"));

    @TempDir private Path folder;

    @Test
    void costNoGoodLine() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(
                "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n"
                        .getBytes(UTF_8));
        for (String[] broken : BROKEN) {
            file.writeBytes((broken[0] + "\n").getBytes(ISO_8859_1));
            file.writeBytes(GOOD.getBytes(UTF_8));
        }
        Path day = Files.write(folder.resolve("day.csv"), file.toByteArray());
        Path aside = folder.resolve("aside");

        try (FileSource source =
                FileSource.open(LocalInput.of(day), null, null, Rejects.to(aside, 10))) {
            assertThat(source.next(100))
                    .extracting(event -> event.requestId().value())
                    .isEqualTo(
                            IntStream.rangeClosed(1, 10)
                                    .mapToObj(i -> "day.csv:" + (1 + 2 * i))
                                    .toList());
            assertThat(source.omissions())
                    .hasValue(day + ": lines that are no events: 10, in " + aside);
        }
        List<String> lines = Files.readAllLines(aside);
        assertThat(lines).hasSize(10);
        for (int i = 0; i < 10; i++) {
            assertThat(lines.get(i)).startsWith((2 + 2 * i) + "\t" + BROKEN.get(i)[1]);
        }
    }

    private static String[] row(String line, String reason) {
        return new String[] {line, reason};
    }
}
