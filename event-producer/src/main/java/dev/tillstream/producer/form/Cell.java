package dev.tillstream.producer.form;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** A field's rule, bound to the columns of one table. */
final class Cell {

    private static final int LONGEST_NUMBER = 40;
    private static final int NONE = -1;

    private final FieldRule rule;
    private final String field;
    private final int column;
    private final int factor;

    Cell(String field, FieldRule rule, List<String> header) {
        this.field = field;
        this.rule = rule;
        column = rule.column() == null ? NONE : position(header, rule.column(), field);
        factor = rule.times() == null ? NONE : position(header, rule.times(), field);
    }

    /**
     * Where a column is.
     *
     * @throws BadHeaderException if it isn't there, or there twice
     */
    static int position(List<String> header, String name, String field) {
        int position = header.indexOf(name);
        if (position < 0 || header.lastIndexOf(name) != position) {
            throw new BadHeaderException(
                    "the header has %s column \"%s\", which is to say %s; its columns: %s"
                            .formatted(
                                    position < 0 ? "no" : "more than one",
                                    name,
                                    field,
                                    String.join(", ", header)));
        }
        return position;
    }

    /** Null where there is none. */
    @Nullable String text(List<String> values) {
        if (rule.constant() != null) {
            return rule.constant();
        }
        String text = values.get(column).strip();
        return text.isEmpty() ? rule.otherwise() : text;
    }

    @Nullable BigDecimal number(List<String> values) throws BadColumnException {
        String text = text(values);
        if (text == null) {
            return null;
        }
        BigDecimal number = number(text);
        if (factor != NONE) {
            number = number.multiply(number(values.get(factor).strip()));
        }
        return rule.absolute() ? number.abs() : number;
    }

    @Nullable Integer integer(List<String> values) throws BadColumnException {
        BigDecimal number = number(values);
        try {
            return number == null
                    ? null
                    : (Integer) number.setScale(0, RoundingMode.UNNECESSARY).intValueExact();
        } catch (ArithmeticException e) {
            throw refuse("must be a whole number, is \"" + number + "\"");
        }
    }

    @Nullable Boolean flag(List<String> values) throws BadColumnException {
        String text = text(values);
        if (text == null) {
            return null;
        }
        if (rule.type() == FieldRule.Type.NEGATIVE) {
            return number(text).signum() < 0;
        }
        if (!text.equalsIgnoreCase("true") && !text.equalsIgnoreCase("false")) {
            throw refuse("must be true or false, is \"" + text + "\"");
        }
        return Boolean.valueOf(text);
    }

    /** Adds it to a detail as what its type says. */
    void addTo(ObjectNode detail, List<String> values) throws BadColumnException {
        if (text(values) == null) {
            return;
        }
        switch (rule.type()) {
            case TEXT -> detail.put(field, text(values));
            case NUMBER -> detail.put(field, number(values));
            case INTEGER -> detail.put(field, integer(values));
            case FLAG, NEGATIVE -> detail.put(field, flag(values));
        }
    }

    BadColumnException refuse(String reason) {
        String where =
                rule.column() == null
                        ? "the value of " + field
                        : "column " + (column + 1) + " (" + rule.column() + ")";
        return new BadColumnException(where + " " + reason);
    }

    private BigDecimal number(String text) throws BadColumnException {
        if (!isPlain(text)) {
            throw refuse("must be a number such as 12.50, is \"" + text + "\"");
        }
        return new BigDecimal(text);
    }

    private static boolean isPlain(String text) {
        int digits = 0;
        int points = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits++;
            } else if (c == '.' && digits > 0 && i < text.length() - 1) {
                points++;
            } else if (c != '-' || i > 0) {
                return false;
            }
        }
        return digits > 0 && points <= 1 && text.length() <= LONGEST_NUMBER;
    }
}
