package dev.tillstream.analytics.row;

import static dev.tillstream.analytics.view.ViewFixture.EVENTS_BY_TYPE;
import static dev.tillstream.analytics.view.ViewFixture.PIECES;
import static dev.tillstream.analytics.view.ViewFixture.SALES_BY_CATEGORY;
import static dev.tillstream.analytics.view.ViewFixture.SALES_REVENUE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tillstream.analytics.view.Key;
import dev.tillstream.analytics.view.View;
import dev.tillstream.analytics.window.Row;
import dev.tillstream.analytics.window.Totals;
import dev.tillstream.analytics.window.WindowId;
import dev.tillstream.contract.Money;
import dev.tillstream.contract.StoreId;
import java.time.Instant;
import java.util.List;
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
        assertThat(RowJson.read(SALES_REVENUE, RowJson.write(row))).isEqualTo(row);
    }

    @Test
    void keepsALineALineWhateverAStoreIsCalled() {
        Row row = row("Śklep \"№1\" \\ {}", "1.00");
        assertThat(RowJson.write(row)).doesNotContain("\n");
        assertThat(RowJson.read(SALES_REVENUE, RowJson.write(row))).isEqualTo(row);
    }

    @Test
    void namesTheFieldsOfEachViewsKeyAndMeasure() {
        assertThat(RowJson.write(row(SALES_BY_CATEGORY, "Books", "12.50")))
                .isEqualTo(
                        "{\"store_id\":\"store_1\",\"category\":\"Books\",\"revenue\":12.50,"
                                + "\"timestamp\":\"2021-01-31 14:46:00.000\","
                                + "\"window_start\":\"2021-01-31T14:45:00Z\","
                                + "\"events\":231,\"returns\":0,\"late\":4,\"revision\":1}");
        assertThat(RowJson.write(row(PIECES, "PEN", "1200")))
                .isEqualTo(
                        "{\"store_id\":\"store_1\",\"product\":\"PEN\",\"pieces\":1200,"
                                + "\"timestamp\":\"2021-01-31 14:46:00.000\","
                                + "\"window_start\":\"2021-01-31T14:45:00Z\","
                                + "\"events\":231,\"late\":4,\"revision\":1}");
        assertThat(RowJson.write(row(EVENTS_BY_TYPE, "sales-events", "0")))
                .isEqualTo(
                        "{\"store_id\":\"store_1\",\"detail_type\":\"sales-events\","
                                + "\"timestamp\":\"2021-01-31 14:50:00.000\","
                                + "\"window_start\":\"2021-01-31T14:45:00Z\","
                                + "\"events\":231,\"late\":4,\"revision\":1}");
    }

    @Test
    void readsBackTheRowsOfEveryView() {
        for (Row row :
                List.of(
                        row(SALES_BY_CATEGORY, "a|b", "-0.01"),
                        row(PIECES, "\"", "0.000000001"),
                        row(EVENTS_BY_TYPE, "x", "0"))) {
            assertThat(RowJson.read(row.window().view(), RowJson.write(row))).isEqualTo(row);
        }
    }

    private static Row row(View view, String rest, String amount) {
        var start = Instant.parse("2021-01-31T14:45:00Z");
        var key = new Key(new StoreId("store_1"), List.of(rest));
        return new Row(new WindowId(view, start, key), 1, new Totals(Money.of(amount), 231, 0, 4));
    }

    private static Row row(String store, String revenue) {
        var start = Instant.parse("2021-01-31T14:46:00Z");
        return new Row(
                new WindowId(SALES_REVENUE, start, Key.of(new StoreId(store))),
                0,
                new Totals(Money.of(revenue), 231, 2, 0));
    }
}
