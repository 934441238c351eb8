package dev.tillstream.router.route;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where a route leads, by a logical name: the templates know its ARN.
 *
 * @param partitionKey the event's field whose values share a shard, for streams
 * @param retry absent where the default of the file holds
 * @param deadLetters logical name of the queue that takes what can't be delivered
 */
public record Target(
        Kind kind,
        String name,
        @Nullable String partitionKey,
        Optional<RetryPolicy> retry,
        @Nullable String deadLetters) {

    /** What a target is, and where its ARN is exported. */
    public enum Kind {
        QUEUE("queues", "QueueArn"),
        STREAM("streams", "Arn"),
        DELIVERY("delivery", "Arn");

        private final String template;
        private final String suffix;

        Kind(String template, String suffix) {
            this.template = template;
            this.suffix = suffix;
        }

        /** As routes.yaml calls it. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The template's output that holds the ARN. */
    public Export export() {
        return new Export(kind.template, pascal(name) + kind.suffix);
    }

    /** The template's output that holds the ARN of the dead-letter queue, if there is one. */
    public Optional<Export> deadLettersExport() {
        return Optional.ofNullable(deadLetters)
                .map(queue -> new Export(Kind.QUEUE.template, pascal(queue) + "DeadLettersArn"));
    }

    /** Queues let the bus in by their own policy, everything else needs a role. */
    public boolean needsRole() {
        return kind != Kind.QUEUE;
    }

    /** {@code sales-events} as templates call it: {@code SalesEvents}. */
    public static String pascal(String name) {
        return Arrays.stream(name.split("[-_]"))
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
    }

    @Override
    public String toString() {
        return kind.key() + " " + name;
    }
}
