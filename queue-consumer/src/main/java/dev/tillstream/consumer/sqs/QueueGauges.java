package dev.tillstream.consumer.sqs;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Asks now and then how many messages are in a queue and in its dead-letter queue. */
final class QueueGauges extends Rounds {

    private static final Logger LOG = LoggerFactory.getLogger(QueueGauges.class);
    private static final Duration PAUSE = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** The last part of an ARN in a redrive policy is the dead-letter queue's name. */
    private static final Pattern DEAD_LETTERS =
            Pattern.compile("\"deadLetterTargetArn\"\\s*:\\s*\"[^\"]*:([^\":]+)\"");

    private final SqsAsyncClient client;
    private final String queue;
    private final AtomicLong waiting = new AtomicLong();
    private final AtomicLong inFlight = new AtomicLong();
    private final AtomicLong dead = new AtomicLong();

    /** Of a queue, by its name. */
    QueueGauges(SqsAsyncClient client, String queue, MeterRegistry registry) {
        super("queue-gauges", PAUSE);
        this.client = client;
        this.queue = queue;
        register(registry, "tillstream.queue.waiting", "Messages that wait", waiting);
        register(registry, "tillstream.queue.inflight", "Messages under way", inFlight);
        register(registry, "tillstream.queue.dead", "Messages in the dead-letter queue", dead);
    }

    private static void register(
            MeterRegistry registry, String name, String description, AtomicLong value) {
        Gauge.builder(name, value, AtomicLong::get).description(description).register(registry);
    }

    @Override
    void round() throws InterruptedException {
        try {
            var here = attributes(queue);
            waiting.set(number(here, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES));
            inFlight.set(
                    number(here, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE));
            Matcher policy =
                    DEAD_LETTERS.matcher(here.getOrDefault(QueueAttributeName.REDRIVE_POLICY, ""));
            if (policy.find()) {
                var there = attributes(policy.group(1));
                dead.set(
                        number(there, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES)
                                + number(
                                        there,
                                        QueueAttributeName
                                                .APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE));
            }
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("Can't count the messages of {}: {}", queue, e.toString());
        }
    }

    private Map<QueueAttributeName, String> attributes(String name)
            throws InterruptedException, ExecutionException, TimeoutException {
        return client.getQueueUrl(get -> get.queueName(name))
                .thenCompose(found ->
                        client.getQueueAttributes(get ->
                                get.queueUrl(found.queueUrl())
                                        .attributeNames(QueueAttributeName.ALL)))
                .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .attributes();
    }

    private static long number(
            Map<QueueAttributeName, String> attributes, QueueAttributeName name) {
        return Long.parseLong(attributes.getOrDefault(name, "0"));
    }
}
