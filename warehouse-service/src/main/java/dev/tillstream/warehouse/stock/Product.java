package dev.tillstream.warehouse.stock;

/** What a product is called, and what kind of thing it is. */
public record Product(String name, String category) {}
