package dev.tillstream.producer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TallyTest {

    private final Tally tally = new Tally();

    @Test
    void addsSalesAndSubtractsReturnsExactly() {
        for (int i = 0; i < 10; i++) {
            tally.accepted(EventFixture.sale("s" + i, "0.1", false));
        }
        tally.accepted(EventFixture.sale("r", "0.3", true));

        assertThat(tally.toJson(true))
                .isEqualTo("{\"status\":true,\"record_count\":11,\"tot_sales\":0.70}");
    }

    @Test
    void keepsRejectedMoneyOutOfTheTotal() {
        tally.rejected(EventFixture.sale("s", "5.00", false), "HTTP 400");

        assertThat(tally.toJson(false))
                .isEqualTo("{\"status\":false,\"record_count\":0,\"tot_sales\":0.00}");
        assertThat(tally.reasons()).containsExactly("s: HTTP 400");
    }
}
