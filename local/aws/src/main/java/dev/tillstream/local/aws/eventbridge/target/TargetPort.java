package dev.tillstream.local.aws.eventbridge.target;

import java.util.List;
import java.util.Map;

/** A queue or stream that takes messages in batches. */
public interface TargetPort {

    /** Sends all in one call and answers the refused ones by their position in the list. */
    Map<Integer, Refusal> send(List<Message> messages)
            throws RefusedException, InterruptedException;

    /** How much one call may carry. */
    Limits limits();

    /**
     * Entries and bytes of one call; a single message may exceed the bytes and is then tried alone.
     */
    record Limits(int messages, int bytes) {}
}
