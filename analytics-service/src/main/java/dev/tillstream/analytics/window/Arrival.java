package dev.tillstream.analytics.window;

import dev.tillstream.contract.StoreEvent;
import dev.tillstream.contract.field.Fields;

/** An event with its fields, and the record it came in. */
public record Arrival(StoreEvent event, Fields fields, SourceRecord source) {}
