package dev.tillstream.local.dlq;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Looks at the first messages of a queue and gives them back. */
public final class Glance {

    private static final Duration HIDDEN = Duration.ofSeconds(30);

    private Glance() {}

    /** Up to so many messages. */
    public static List<DeadLetter> at(DeadLetterQueue queue, int most) {
        List<DeadLetter> seen = new ArrayList<>();
        try {
            while (seen.size() < most) {
                List<DeadLetter> letters = queue.receive(HIDDEN);
                if (letters.isEmpty()) {
                    break;
                }
                seen.addAll(letters);
            }
            return List.copyOf(seen.subList(0, Math.min(most, seen.size())));
        } finally {
            queue.giveBack(seen);
        }
    }
}
