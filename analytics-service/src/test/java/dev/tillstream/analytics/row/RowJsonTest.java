package dev.tillstream.analytics.row;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tillstream.analytics.revenue.Row;
import dev.tillstream.analytics.revenue.Totals;
import dev.tillstream.analytics.revenue.WindowId;
import dev.tillstream.contract.Money;
import dev.tillstream.contract.StoreId;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RowJsonTest {

    @Test
    void writesTheDocumentedFieldsInOrder() {
        assertThat(RowJson.write(row("store_1", "8671.31")))
                .isEqualTo(
                        "{\"store_id\":\"store_1\",\"revenue\":8671.31,"
                                + "\"timestamp\":\"2021-01-31 14:47:00.000\","
                                + "\"window_start\":\"2021-01-31T14:46:00Z\","
                                + "\"events\":231,\"returns\":2,\"late\":0,\"revision\":0}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.00", "-12.5", "8671.3125", "99999999999999999999.99", "1E+3"})
    void writesMoneyAsPlainExactNumbers(String revenue) {
        Row row = row("store_1", revenue);
        assertThat(RowJson.write(row))
                .contains("\"revenue\":" + Money.of(revenue) + ",")
                .doesNotContainIgnoringCase("e+");
        assertThat(RowJson.read("sales_revenue", RowJson.write(row))).isEqualTo(row);
    }

    @Test
    void keepsALineALineWhateverAStoreIsCalled() {
        Row row = row("Śklep \"№1\" \\ {}", "1.00");
        assertThat(RowJson.write(row)).doesNotContain("\n");
        assertThat(RowJson.read("sales_revenue", RowJson.write(row))).isEqualTo(row);
    }

    private static Row row(String store, String revenue) {
        var start = Instant.parse("2021-01-31T14:46:00Z");
        return new Row(
                new WindowId("sales_revenue", start, new StoreId(store)),
                0,
                new Totals(Money.of(revenue), 231, 2, 0));
    }
}
