package dev.tillstream.contract.json;

import dev.tillstream.contract.StoreEvent;
import dev.tillstream.contract.field.Fields;

/** An event, and its fields as they were read together with it. */
public record DecodedEvent(StoreEvent event, Fields fields) {}
