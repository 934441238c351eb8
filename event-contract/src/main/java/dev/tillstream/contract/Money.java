package dev.tillstream.contract;

import java.math.BigDecimal;

/**
 * An exact decimal amount without a currency; equal amounts are equal whatever their trailing
 * zeros.
 */
public record Money(BigDecimal amount) implements Comparable<Money> {

    public static final Money ZERO = new Money(BigDecimal.ZERO);

    /** Two decimals at least, as people write money; more only where they aren't zero. */
    private static final int SCALE = 2;

    public Money {
        if (amount.scale() < SCALE) {
            amount = amount.setScale(SCALE);
        } else if (amount.scale() > SCALE) {
            BigDecimal stripped = amount.stripTrailingZeros();
            amount = stripped.scale() < SCALE ? stripped.setScale(SCALE) : stripped;
        }
    }

    /**
     * The amount that the digits say.
     *
     * @param plain digits with an optional sign and decimals, for example {@code 75.32}
     * @throws NumberFormatException if it is no such number
     */
    public static Money of(String plain) {
        return new Money(new BigDecimal(plain));
    }

    public Money plus(Money other) {
        return new Money(amount.add(other.amount));
    }

    public Money minus(Money other) {
        return new Money(amount.subtract(other.amount));
    }

    public Money negate() {
        return new Money(amount.negate());
    }

    public boolean isZero() {
        return amount.signum() == 0;
    }

    @Override
    public int compareTo(Money other) {
        return amount.compareTo(other.amount);
    }

    /** Plain digits with at least two decimals, for example {@code 58635.56}. */
    @Override
    public String toString() {
        return amount.toPlainString();
    }
}
