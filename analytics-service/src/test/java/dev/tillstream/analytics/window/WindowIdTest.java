package dev.tillstream.analytics.window;

import static dev.tillstream.analytics.view.ViewFixture.SALES_BY_CATEGORY;
import static dev.tillstream.analytics.view.ViewFixture.SALES_REVENUE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tillstream.analytics.view.Key;
import dev.tillstream.contract.StoreId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class WindowIdTest {

    private static final StoreId STORE = new StoreId("store_1");
    private static final Instant START = Instant.parse("2010-12-01T10:03:00Z");

    @Test
    void isTheWindowThatATimeFallsInto() {
        WindowId window = WindowId.at(SALES_REVENUE, Key.of(STORE), START.plusSeconds(59));
        assertThat(window.start()).isEqualTo(START);
        assertThat(window.end()).isEqualTo(START.plusSeconds(60));
    }

    @Test
    void readsBackWhatItWritesWhateverTheStoreIsCalled() {
        var store = new StoreId("a|b #c United Kingdom");
        var window = new WindowId(SALES_REVENUE, START, Key.of(store));
        assertThat(window).hasToString("sales_revenue|2010-12-01T10:03:00Z|a|b #c United Kingdom");
        assertThat(WindowId.parse(SALES_REVENUE, window.toString())).isEqualTo(window);
        var category = new WindowId(SALES_BY_CATEGORY, START, new Key(store, List.of("x|y")));
        assertThat(category)
                .hasToString(
                        "sales_by_category|2010-12-01T10:03:00Z|a%7Cb #c United Kingdom|x%7Cy");
        assertThat(WindowId.parse(SALES_BY_CATEGORY, category.toString())).isEqualTo(category);
    }

    @Test
    void refusesWhatItCouldNotReadBack() {
        assertThatIllegalArgumentException().isThrownBy(() -> WindowId.parse(SALES_REVENUE, "a|b"));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> WindowId.parse(SALES_REVENUE, "other|2010-12-01T10:03:00Z|store_1"));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new WindowId(SALES_REVENUE, Instant.ofEpochSecond(1), Key.of(STORE)));
    }
}
