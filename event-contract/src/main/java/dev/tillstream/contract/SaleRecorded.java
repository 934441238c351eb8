package dev.tillstream.contract;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * A line of a receipt: sold, or brought back.
 *
 * @param sales the line's total, already times quantity; never negative, below 10<sup>11</sup>, at
 *     most 4 decimals
 * @param returned whether the goods came back, so that the money counts against the revenue
 * @param quantity how many pieces, 1 to 10<sup>9</sup>
 */
public record SaleRecorded(
        StoreId storeId,
        RequestId requestId,
        Instant time,
        String name,
        String category,
        Sku sku,
        Money sales,
        boolean returned,
        int quantity,
        String extra)
        implements StoreEvent {

    public static final String DETAIL_TYPE = "sales-events";

    private static final Money LIMIT = new Money(new BigDecimal("100000000000"));

    public SaleRecorded {
        time = Text.wholeSeconds(time);
        Text.require("name", name, Text.LABEL);
        Text.require("category", category, Text.LABEL);
        if (sales.amount().signum() < 0 || sales.compareTo(LIMIT) >= 0) {
            throw new InvalidValueException("sales", "must be at least 0 and below 100000000000");
        }
        if (sales.amount().scale() > 4) {
            throw new InvalidValueException("sales", "must have at most 4 decimals");
        }
        Text.requireRange("quantity", quantity, 1);
    }

    /** What the line adds to the store's revenue: negative for a return. */
    public Money revenue() {
        return returned ? sales.negate() : sales;
    }

    @Override
    public String detailType() {
        return DETAIL_TYPE;
    }
}
