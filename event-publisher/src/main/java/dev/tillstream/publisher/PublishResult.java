package dev.tillstream.publisher;

/** What became of one event. */
public sealed interface PublishResult {

    /**
     * The bus has it.
     *
     * @param eventId the id that the bus gave to this delivery; another one at each repeat
     */
    record Accepted(String eventId) implements PublishResult {}

    /**
     * The bus does not have it, or nobody can tell.
     *
     * @param code the name AWS gives to the failure, or one of the constants here
     * @param retryable whether the event itself is fine, so that sending it again later may succeed
     */
    record Refused(String code, String message, boolean retryable) implements PublishResult {
        /** The event alone is larger than a request may be. */
        public static final String TOO_LARGE = "EventTooLarge";

        /** No answer came, so that the bus may or may not have it. */
        public static final String UNKNOWN = "OutcomeUnknown";

        /** The thread was interrupted before an answer came. */
        public static final String INTERRUPTED = "Interrupted";

        /** Too many events were held already. */
        public static final String QUEUE_FULL = "QueueFull";

        /** No call was free in time, so that it was never sent. */
        public static final String NOT_SENT = "NotSent";
    }
}
