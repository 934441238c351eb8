package dev.tillstream.ingest.intake;

/** What became of one submitted event. */
public sealed interface Outcome {

    /**
     * The bus has it.
     *
     * @param eventId the bus's id of this delivery
     */
    record Accepted(String eventId) implements Outcome {}

    /**
     * It goes no further.
     *
     * @param code stable, for programs: a code of the contract's {@code Violation}, or one of these
     * @param field a JSON pointer into the event; empty for the whole
     * @param reason for people
     * @param retryable whether sending it again later, as it is, may succeed
     */
    record Rejected(String code, String field, String reason, boolean retryable)
            implements Outcome {

        public static final String TIME_IN_FUTURE = "time-in-future";
        public static final String OTHER_STORE = "other-store";
        public static final String BUS_UNAVAILABLE = "bus-unavailable";
        public static final String BUS_REFUSED = "bus-refused";
        public static final String QUEUE_FULL = "queue-full";
    }
}
