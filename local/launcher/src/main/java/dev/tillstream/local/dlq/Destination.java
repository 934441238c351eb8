package dev.tillstream.local.dlq;

import java.util.List;
import java.util.Map;

/** Where the messages of a dead-letter queue were meant to go. */
interface Destination {

    /** For people: {@code queue tillstream-dispatch}. */
    String describe();

    /**
     * Sends up to ten letters.
     *
     * @return why, for each that was not taken, by its message id
     */
    Map<String, String> send(List<DeadLetter> letters);
}
