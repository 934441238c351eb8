package dev.tillstream.local.dlq;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Sends the messages of a dead-letter queue to where they were meant to go. A message is deleted
 * only after it was taken there: what stops in between is sent twice, which every consumer bears,
 * and nothing is lost.
 */
public final class Redrive {

    /** Longer than a batch may take to be sent and deleted, at the slowest rate too. */
    private static final Duration HIDDEN = Duration.ofMinutes(2);

    private final DeadLetterQueue queue;
    private final Predicate<DeadLetter> chosen;
    private final int perSecond;
    private final boolean isDry;

    /**
     * What to send.
     *
     * @param perSecond messages a second at most, at least 1
     * @param isDry whether only to look
     */
    public Redrive(
            DeadLetterQueue queue, Predicate<DeadLetter> chosen, int perSecond, boolean isDry) {
        this.queue = queue;
        this.chosen = chosen;
        this.perSecond = perSecond;
        this.isDry = isDry;
    }

    /**
     * What was done.
     *
     * @param seen messages that were looked at
     * @param sent those that were sent, or would have been
     * @param failures why others that were chosen could not be sent, and how many of them
     */
    public record Result(long seen, long sent, Map<String, Long> failures) {

        public Result {
            failures = Map.copyOf(failures);
        }
    }

    /**
     * Ends when it has seen as many messages as there were at its start, or no more that are new.
     */
    public Result run() throws InterruptedException {
        long there = queue.waiting();
        long seen = 0;
        long sent = 0;
        Map<String, Long> failures = new HashMap<>();
        Map<String, DeadLetter> left = new HashMap<>();
        try {
            boolean hasMore = true;
            while (hasMore && seen < there) {
                List<DeadLetter> letters = queue.receive(HIDDEN);
                // One that comes again was hidden for its time: the rest of the queue has been
                // seen.
                hasMore =
                        !letters.isEmpty()
                                && letters.stream().noneMatch(l -> left.containsKey(l.messageId()));
                letters.forEach(letter -> left.put(letter.messageId(), letter));
                if (hasMore) {
                    seen += letters.size();
                    List<DeadLetter> wanted = letters.stream().filter(chosen).toList();
                    List<DeadLetter> gone = isDry ? List.of() : send(wanted, failures);
                    gone.forEach(letter -> left.remove(letter.messageId()));
                    sent += isDry ? wanted.size() : gone.size();
                }
            }
        } finally {
            // Hidden until now, so that no message was met twice.
            queue.giveBack(List.copyOf(left.values()));
        }
        return new Result(seen, sent, failures);
    }

    private List<DeadLetter> send(List<DeadLetter> letters, Map<String, Long> failures)
            throws InterruptedException {
        if (letters.isEmpty()) {
            return letters;
        }
        Map<String, String> failed = queue.destination().send(letters);
        failed.values().forEach(reason -> failures.merge(reason, 1L, Long::sum));
        List<DeadLetter> gone =
                letters.stream().filter(letter -> !failed.containsKey(letter.messageId())).toList();
        queue.delete(gone);
        Thread.sleep(Duration.ofSeconds(1).multipliedBy(letters.size()).dividedBy(perSecond));
        return gone;
    }
}
