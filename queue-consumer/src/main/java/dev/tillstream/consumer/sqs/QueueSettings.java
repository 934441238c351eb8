package dev.tillstream.consumer.sqs;

import java.time.Duration;

/** Where messages come from, and how fast; each service has its own names and defaults for it. */
public interface QueueSettings {

    /** Name of the queue. */
    String queue();

    /** How many messages are worked on at once. */
    int concurrency();

    /**
     * How long one long poll waits for messages, up to 20 s; a stop waits for the one under way.
     */
    Duration poll();

    /**
     * How long messages gather after a poll that came back with less than it asked for: what is
     * billed is the request.
     */
    Duration linger();

    /** How long a stop waits for messages at work, and again for their acknowledgements. */
    Duration drain();

    /**
     * For how long a message that was received is hidden from others, in whole seconds; slow work
     * on it is given that time again and again.
     */
    Duration visibility();

    /** How long work on a message may take; after that the message comes again. */
    Duration longestWork();

    /**
     * How long a message that failed stays away at first, in whole seconds; four times as long each
     * further time.
     */
    Duration firstRetry();

    /** How long it stays away at most. */
    Duration lastRetry();
}
