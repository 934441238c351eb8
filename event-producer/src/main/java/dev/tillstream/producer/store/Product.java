package dev.tillstream.producer.store;

import dev.tillstream.contract.Money;
import dev.tillstream.contract.Sku;
import java.math.BigDecimal;

/** Something a store sells, at one price. */
record Product(Sku sku, String name, String category, Money price) {

    Product(String sku, String name, String category, String price) {
        this(new Sku(sku), name, category, Money.of(price));
    }

    Money priceOf(int quantity) {
        return new Money(price.amount().multiply(BigDecimal.valueOf(quantity)));
    }
}
