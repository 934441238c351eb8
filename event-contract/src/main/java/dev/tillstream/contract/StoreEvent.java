package dev.tillstream.contract;

import java.time.Instant;

/** Something that happened in a store. */
public sealed interface StoreEvent permits SaleRecorded, InventoryChanged, OtherEvent {

    /** What routes go by: 1-128 of {@code [A-Za-z0-9._-]}. */
    String detailType();

    StoreId storeId();

    RequestId requestId();

    /** When it happened, UTC, whole seconds. */
    Instant time();

    /** The detail's fields that this contract doesn't know, as a JSON object: they travel on. */
    String extra();

    /** What makes two deliveries the same event, whatever the envelope's id says. */
    default EventIdentity identity() {
        return new EventIdentity(detailType(), storeId(), requestId());
    }
}
