package dev.tillstream.producer.form;

import java.util.Arrays;
import java.util.List;

/** The columns of Online Retail, in their order. */
enum Column {
    INVOICE_NO(1, "InvoiceNo"),
    STOCK_CODE(2, "StockCode"),
    DESCRIPTION(3, "Description"),
    QUANTITY(4, "Quantity"),
    INVOICE_DATE(5, "InvoiceDate"),
    UNIT_PRICE(6, "UnitPrice"),
    CUSTOMER_ID(7, "CustomerID"),
    COUNTRY(8, "Country");

    static final List<String> NAMES = Arrays.stream(values()).map(c -> c.label).toList();

    private final int position;
    private final String label;

    Column(int position, String label) {
        this.position = position;
        this.label = label;
    }

    String label() {
        return label;
    }

    String of(List<String> values) {
        return values.get(position - 1);
    }

    BadColumnException refuse(String reason) {
        return new BadColumnException("column " + position + " (" + label + ") " + reason);
    }
}
