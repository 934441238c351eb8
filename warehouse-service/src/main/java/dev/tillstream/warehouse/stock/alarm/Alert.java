package dev.tillstream.warehouse.stock.alarm;

/** What is wrong with a level. */
public enum Alert {
    /** Below the threshold of its category: order more. */
    LOW,
    /** Below zero: more was sold than is known to have come. */
    NEGATIVE
}
