package dev.tillstream.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {

    @ParameterizedTest
    @CsvSource({
        "0,0.00",
        "1,1.00",
        "1.5,1.50",
        "75.32,75.32",
        "8671.3125,8671.3125",
        "1.5000,1.50",
        "-0.00,0.00",
        "1E+3,1000.00"
    })
    void isWrittenPlainlyWithTwoDecimalsAtLeast(String written, String expected) {
        assertThat(Money.of(written)).hasToString(expected);
    }

    @Test
    void isEqualWhateverItsTrailingZeros() {
        assertThat(Money.of("1.5"))
                .isEqualTo(Money.of("1.50000"))
                .hasSameHashCodeAs(Money.of("1.50000"));
    }

    @Property
    void sumsExactlyInAnyOrder(
            @ForAll
                    List<@BigRange(min = "-99999999999", max = "99999999999") @Scale(4) BigDecimal>
                            amounts) {
        Money forward = amounts.stream().map(Money::new).reduce(Money.ZERO, Money::plus);
        Money backward =
                amounts.reversed().stream().map(Money::new).reduce(Money.ZERO, Money::plus);

        assertThat(forward).isEqualTo(backward);
        assertThat(forward.amount())
                .isEqualByComparingTo(amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
        assertThat(forward.minus(backward).isZero()).isTrue();
    }
}
