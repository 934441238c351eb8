package dev.tillstream.producer.file;

import java.util.Arrays;
import java.util.List;

/** The columns of Online Retail, in their order. */
enum Column {
    INVOICE_NO("InvoiceNo"),
    STOCK_CODE("StockCode"),
    DESCRIPTION("Description"),
    QUANTITY("Quantity"),
    INVOICE_DATE("InvoiceDate"),
    UNIT_PRICE("UnitPrice"),
    CUSTOMER_ID("CustomerID"),
    COUNTRY("Country");

    static final List<String> NAMES = Arrays.stream(values()).map(c -> c.label).toList();

    private final String label;

    Column(String label) {
        this.label = label;
    }

    String of(List<String> values) {
        return values.get(ordinal());
    }

    BadColumnException refuse(String reason) {
        return new BadColumnException("column " + (ordinal() + 1) + " (" + label + ") " + reason);
    }
}
