package dev.tillstream.producer.store;

import java.util.List;

/** What every invented store sells: prices that average about what a line of a receipt costs. */
final class Catalogue {

    static final List<Product> PRODUCTS =
            List.of(
                    new Product("BK-1001", "Atlas of Small Islands", "Books", "34.90"),
                    new Product("BK-1002", "The Bread Year", "Books", "24.50"),
                    new Product("GA-2001", "Harbour Masters", "Games", "44.95"),
                    new Product("GA-2002", "Travel Chess", "Games", "19.99"),
                    new Product("GR-3001", "Olive Oil 1 l", "Groceries", "12.49"),
                    new Product("GR-3002", "Coffee Beans 500 g", "Groceries", "8.95"),
                    new Product("SH-4001", "Running Shoes", "Shoes", "79.00"),
                    new Product("SH-4002", "Rubber Boots", "Shoes", "39.90"),
                    new Product("ST-5001", "Fountain Pen", "Stationery", "27.80"),
                    new Product("ST-5002", "Notebook A5", "Stationery", "6.75"),
                    new Product("TY-6001", "Wooden Train", "Toys", "49.99"),
                    new Product("TY-6002", "Kite", "Toys", "22.00"));

    private Catalogue() {}
}
