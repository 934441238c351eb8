package dev.tillstream.contract;

/** A stock keeping unit: 1-64 printable characters. */
public record Sku(String value) {

    public Sku {
        Text.require("sku", value, 64);
    }

    @Override
    public String toString() {
        return value;
    }
}
