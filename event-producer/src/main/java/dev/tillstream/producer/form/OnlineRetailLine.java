package dev.tillstream.producer.form;

import dev.tillstream.contract.InvalidValueException;
import dev.tillstream.contract.Money;
import dev.tillstream.contract.RequestId;
import dev.tillstream.contract.SaleRecorded;
import dev.tillstream.contract.Sku;
import dev.tillstream.contract.StoreId;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;

/**
 * A line of Online Retail as what it says: some pieces of a product, sold or brought back at a
 * price each.
 */
record OnlineRetailLine(
        String stockCode,
        String description,
        int quantity,
        Instant invoiceDate,
        BigDecimal unitPrice,
        String country) {

    /** The data set has no categories. */
    private static final String CATEGORY = "unknown";

    private static final int WHOLE_DIGITS = 11;
    private static final int DECIMALS = 4;

    static OnlineRetailLine of(List<String> values, Times times) throws BadColumnException {
        int columns = Column.NAMES.size();
        if (values.size() != columns) {
            throw new BadColumnException("has " + values.size() + " columns, not " + columns);
        }
        return new OnlineRetailLine(
                Column.STOCK_CODE.of(values).strip(),
                Column.DESCRIPTION.of(values).strip(),
                quantity(Column.QUANTITY.of(values)),
                time(Column.INVOICE_DATE.of(values), times),
                price(Column.UNIT_PRICE.of(values)),
                Column.COUNTRY.of(values).strip());
    }

    /** A negative quantity means that the goods came back. */
    SaleRecorded toSale(String requestId) throws BadColumnException {
        int pieces = Math.abs(quantity);
        try {
            return new SaleRecorded(
                    new StoreId(country),
                    new RequestId(requestId),
                    invoiceDate,
                    description.isEmpty() ? "Stock code " + stockCode : description,
                    CATEGORY,
                    new Sku(stockCode),
                    new Money(unitPrice.multiply(BigDecimal.valueOf(pieces))),
                    quantity < 0,
                    pieces,
                    "{}");
        } catch (InvalidValueException e) {
            throw switch (e.field()) {
                case "store_id" -> Column.COUNTRY.refuse(e.reason());
                case "name" -> Column.DESCRIPTION.refuse(e.reason());
                case "sku" -> Column.STOCK_CODE.refuse(e.reason());
                case "quantity" -> Column.QUANTITY.refuse(e.reason());
                case "sales" -> Column.UNIT_PRICE.refuse("times quantity " + e.reason());
                default -> new BadColumnException(e.getMessage());
            };
        }
    }

    private static int quantity(String text) throws BadColumnException {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw Column.QUANTITY.refuse("must be a whole number, is \"" + text + "\"");
        }
    }

    private static Instant time(String text, Times times) throws BadColumnException {
        try {
            return times.read(text);
        } catch (DateTimeException e) {
            throw Column.INVOICE_DATE.refuse(
                    "must be a time such as " + times.example() + ", is \"" + text + "\"");
        }
    }

    private static BigDecimal price(String text) throws BadColumnException {
        if (!isPrice(text)) {
            throw Column.UNIT_PRICE.refuse(
                    "must be a price of at least 0 with at most 4 decimals, is \"" + text + "\"");
        }
        return new BigDecimal(text);
    }

    /** Digits, and where there is a point digits behind it: a pattern would take twice as long. */
    private static boolean isPrice(String text) {
        int point = text.indexOf('.');
        int whole = point < 0 ? text.length() : point;
        int decimals = point < 0 ? 0 : text.length() - point - 1;
        if (whole < 1
                || whole > WHOLE_DIGITS
                || decimals > DECIMALS
                || (point >= 0 && decimals < 1)) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (i != point && (c < '0' || c > '9')) {
                return false;
            }
        }
        return true;
    }
}
