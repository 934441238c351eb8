package dev.tillstream.analytics.view;

import dev.tillstream.contract.Money;
import dev.tillstream.contract.SaleRecorded;
import dev.tillstream.contract.StoreEvent;
import dev.tillstream.contract.field.FieldValue;
import dev.tillstream.contract.field.Fields;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one event as one view does. */
record Reader(View view, StoreEvent event, Fields fields) {

    /** As long as the contract's own labels; it is a part of a key in a table. */
    private static final int LONGEST_KEY_FIELD = 256;

    /** A window's key and its view are an index's key, which has at most 1,024 bytes. */
    private static final int LONGEST_KEY = 900;

    /** So that the sum of 10<sup>14</sup> of them has fewer digits than DynamoDB's 38. */
    private static final int INTEGER_DIGITS = 15;

    private static final int DECIMALS = 9;
    private static final int LONGEST_NUMBER = 64;

    Reading read() {
        return switch (view.measure()) {
            case Measure.Revenue revenue ->
                    event instanceof SaleRecorded sale
                            ? part(amount(sale, revenue.returns()), sale.returned())
                            : Reading.NOTHING;
            case Measure.Sum sum -> sum(sum.field());
            case Measure.Count count -> part(Money.ZERO, false);
        };
    }

    private static Money amount(SaleRecorded sale, Measure.Returns returns) {
        return switch (returns) {
            case SUBTRACT -> sale.revenue();
            case ADD -> sale.sales();
        };
    }

    private Reading sum(String field) {
        FieldValue value = fields.get(field);
        if (value == null) {
            return unusable(field, "is missing");
        }
        if (value.kind() != FieldValue.Kind.NUMBER) {
            return unusable(field, "is no number: " + value.text());
        }
        Money amount = amount(value.text());
        if (amount == null) {
            return unusable(
                    field,
                    "must be a number below 10^%d with at most %d decimals"
                            .formatted(INTEGER_DIGITS, DECIMALS));
        }
        return part(amount, false);
    }

    private static @Nullable Money amount(String digits) {
        if (digits.length() > LONGEST_NUMBER) {
            return null;
        }
        try {
            var number = new BigDecimal(digits).stripTrailingZeros();
            boolean fits =
                    number.scale() <= DECIMALS
                            && (long) number.precision() - number.scale() <= INTEGER_DIGITS;
            return fits ? new Money(number) : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private Reading part(Money amount, boolean returned) {
        List<String> names = view.key();
        if (names.size() == 1) {
            return new Reading.Part(Key.of(event.storeId()), amount, returned);
        }
        List<String> rest = new ArrayList<>(names.size() - 1);
        for (String name : names.subList(1, names.size())) {
            FieldValue value = fields.get(name);
            if (value == null) {
                return unusable(name, "is missing");
            }
            if (value.text().isBlank() || value.text().length() > LONGEST_KEY_FIELD) {
                return unusable(name, "must have 1 to " + LONGEST_KEY_FIELD + " characters");
            }
            if (!value.text().codePoints().allMatch(Reader::isPrintable)) {
                return unusable(name, "must have printable characters only");
            }
            rest.add(value.text());
        }
        var key = new Key(event.storeId(), rest);
        return isTooLong(key)
                ? new Reading.Unusable("its key has more than " + LONGEST_KEY + " bytes")
                : new Reading.Part(key, amount, returned);
    }

    private static boolean isTooLong(Key key) {
        String text = key.toString();
        return text.length() * 3 > LONGEST_KEY
                && text.getBytes(java.nio.charset.StandardCharsets.UTF_8).length > LONGEST_KEY;
    }

    private static Reading unusable(String field, String reason) {
        return new Reading.Unusable(field + " " + reason);
    }

    private static boolean isPrintable(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.SURROGATE, Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
