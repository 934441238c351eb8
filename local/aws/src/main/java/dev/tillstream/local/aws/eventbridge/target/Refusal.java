package dev.tillstream.local.aws.eventbridge.target;

/**
 * Why a target did not take a message, with the error code that EventBridge puts on dead letters.
 */
public record Refusal(String code, String message, boolean retriable) {

    /** The target is gone or never was: EventBridge does not retry. */
    public static Refusal noResource(String message) {
        return new Refusal("NO_RESOURCE", message, false);
    }

    /** EventBridge retries what a target answers with 429 or 5xx, and nothing else. */
    public static Refusal of(int status, String code, String message) {
        boolean throttled =
                status == 429
                        || code.contains("Throttl")
                        || code.contains("LimitExceeded")
                        || code.contains("ThroughputExceeded");
        return new Refusal(
                throttled ? "THROTTLING" : "ERROR_FROM_TARGET",
                code + ": " + message,
                throttled || status >= 500);
    }
}
