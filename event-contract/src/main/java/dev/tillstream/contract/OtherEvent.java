package dev.tillstream.contract;

import java.time.Instant;

/**
 * An event of a type that has a schema in the contract, but no Java of its own.
 *
 * @param extra the whole detail, as a JSON object
 */
public record OtherEvent(
        String detailType, StoreId storeId, RequestId requestId, Instant time, String extra)
        implements StoreEvent {

    public OtherEvent {
        time = Text.wholeSeconds(time);
        if (!detailType.matches("[A-Za-z0-9._-]{1,128}")) {
            throw new InvalidValueException(
                    "detail-type", "must be 1 to 128 of letters, digits, '.', '_' and '-'");
        }
    }
}
