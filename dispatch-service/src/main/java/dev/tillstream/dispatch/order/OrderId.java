package dev.tillstream.dispatch.order;

import dev.tillstream.contract.EventIdentity;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What an order is called: the identity of the sale it was made of, so that a sale that comes again
 * finds its order.
 *
 * @param value 32 lower-case hex digits
 */
public record OrderId(String value) {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{32}");

    public OrderId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("an order's id is 32 hex digits, not " + value);
        }
    }

    static OrderId of(EventIdentity sale) {
        return new OrderId(sale.id());
    }

    /** Empty if no order can be called that. */
    public static Optional<OrderId> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new OrderId(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
