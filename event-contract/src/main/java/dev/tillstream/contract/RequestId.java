package dev.tillstream.contract;

/**
 * What a till calls one event, so that sending it again is harmless: 1-128 printable characters.
 */
public record RequestId(String value) {

    public RequestId {
        Text.require("request_id", value, 128);
    }

    @Override
    public String toString() {
        return value;
    }
}
