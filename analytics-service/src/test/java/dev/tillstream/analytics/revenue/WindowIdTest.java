package dev.tillstream.analytics.revenue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tillstream.contract.StoreId;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WindowIdTest {

    private static final StoreId STORE = new StoreId("store_1");

    @ParameterizedTest
    @CsvSource({
        "2010-12-01T10:03:00Z, 2010-12-01T10:03:00Z",
        "2010-12-01T10:03:59Z, 2010-12-01T10:03:00Z",
        "2010-12-01T10:04:00Z, 2010-12-01T10:04:00Z",
        "2010-12-31T23:59:59Z, 2010-12-31T23:59:00Z",
        "2011-01-01T00:00:00Z, 2011-01-01T00:00:00Z",
        "1969-12-31T23:59:59Z, 1969-12-31T23:59:00Z",
    })
    void startsAtTheFullMinute(Instant time, Instant start) {
        WindowId window = WindowId.at("sales_revenue", STORE, time);
        assertThat(window.start()).isEqualTo(start);
        assertThat(window.end()).isEqualTo(start.plusSeconds(60));
    }

    @Test
    void readsBackWhatItWritesWhateverTheStoreIsCalled() {
        var window =
                WindowId.at(
                        "sales_revenue",
                        new StoreId("a|b #c United Kingdom"),
                        Instant.parse("2010-12-01T10:03:00Z"));
        assertThat(window).hasToString("sales_revenue|2010-12-01T10:03:00Z|a|b #c United Kingdom");
        assertThat(WindowId.parse(window.toString())).isEqualTo(window);
    }

    @Test
    void refusesWhatItCouldNotReadBack() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WindowId.at("a|b", STORE, Instant.EPOCH));
        assertThatIllegalArgumentException().isThrownBy(() -> WindowId.parse("a|b"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WindowId("a", Instant.ofEpochSecond(1), STORE));
    }
}
