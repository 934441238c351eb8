package dev.tillstream.producer.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tillstream.contract.Money;
import dev.tillstream.contract.SaleRecorded;
import dev.tillstream.contract.StoreEvent;
import dev.tillstream.producer.input.LocalInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The sample day, against the answer that was computed independently. */
class SampleDayTest {

    private static final Path SAMPLES = Path.of("..", "samples");

    @Test
    void holdsTheSalesThatItsAnswerCounts() throws IOException {
        Map<String, Money> revenue = new TreeMap<>();
        Map<String, Integer> events = new TreeMap<>();
        int returns = 0;
        for (StoreEvent event : read()) {
            SaleRecorded sale = (SaleRecorded) event;
            returns += sale.returned() ? 1 : 0;
            String window = sale.storeId() + "," + sale.time().truncatedTo(ChronoUnit.MINUTES);
            revenue.merge(window, sale.revenue(), Money::plus);
            events.merge(window, 1, Integer::sum);
        }

        assertThat(returns).isEqualTo(27);
        assertThat(revenue.values().stream().reduce(Money.ZERO, Money::plus))
                .isEqualTo(Money.of("58635.56"));
        assertThat(events.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(3_108);

        List<String> expected =
                Files.readAllLines(SAMPLES.resolve("online-retail-2010-12-01.revenue.csv"));
        assertThat(expected).hasSize(1 + revenue.size());
        for (String row : expected.subList(1, expected.size())) {
            String[] values = row.split(",", -1);
            String window = values[0] + "," + values[1];
            assertThat(events.get(window)).as(row).isEqualTo(Integer.parseInt(values[2]));
            assertThat(revenue.get(window)).as(row).isEqualTo(Money.of(values[3]));
        }
    }

    private static List<StoreEvent> read() throws IOException {
        LocalInput day = LocalInput.of(SAMPLES.resolve("online-retail-2010-12-01.csv"));
        Rejects none = Rejects.to(Path.of("target", "sample-day.rejected"), 0);
        try (FileSource source = FileSource.open(day, null, null, none)) {
            return source.next(10_000);
        }
    }
}
