package dev.tillstream.contract;

/**
 * Why an event is refused.
 *
 * @param field a JSON pointer into the event, for example {@code /detail/sales}; empty for the
 *     whole
 * @param code stable, for programs: one of the constants of this type
 * @param reason for people
 */
public record Violation(String field, String code, String reason) {

    public static final String MALFORMED_JSON = "malformed-json";
    public static final String MISSING_FIELD = "missing-field";
    public static final String WRONG_TYPE = "wrong-type";
    public static final String INVALID_VALUE = "invalid-value";
    public static final String UNKNOWN_DETAIL_TYPE = "unknown-detail-type";
    public static final String TOO_LARGE = "too-large";

    @Override
    public String toString() {
        return (field.isEmpty() ? "event" : field) + ": " + reason + " (" + code + ")";
    }
}
