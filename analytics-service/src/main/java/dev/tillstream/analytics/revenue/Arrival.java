package dev.tillstream.analytics.revenue;

import dev.tillstream.contract.SaleRecorded;

/** A sale, and the record it came in. */
public record Arrival(SaleRecorded sale, SourceRecord source) {}
