package dev.tillstream.contract;

/** A store. */
public record StoreId(String value) {}
