package dev.tillstream.local.aws.eventbridge.delivery;

import dev.tillstream.local.aws.eventbridge.target.Message;
import dev.tillstream.local.aws.eventbridge.target.Refusal;
import dev.tillstream.local.aws.eventbridge.target.RetryPolicy;
import dev.tillstream.local.aws.eventbridge.target.Target;
import dev.tillstream.local.aws.eventbridge.target.TargetPort;
import dev.tillstream.local.aws.retry.Backoff;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes deliveries to their target; decides on retry, dead letter or loss when it refuses. */
final class Courier {

    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);

    private final String ruleArn;
    private final Target target;
    private final Sender toTarget;
    private final @Nullable Sender toDeadLetters;
    private final DeliveryQueue queue;
    private final Backoff backoff;
    private final InstantSource clock;

    Courier(
            String ruleArn,
            Target target,
            TargetPort port,
            @Nullable TargetPort deadLetters,
            DeliveryQueue queue,
            Backoff backoff,
            InstantSource clock) {
        this.ruleArn = ruleArn;
        this.target = target;
        this.toTarget = new Sender(port, delivery -> target.message(delivery.event()));
        this.toDeadLetters = deadLetters == null ? null : new Sender(deadLetters, this::deadLetter);
        this.queue = queue;
        this.backoff = backoff;
        this.clock = clock;
    }

    /** Tries each once; afterwards each is done, or in the queue again. */
    void deliver(List<Delivery> batch) throws InterruptedException {
        List<Delivery> alive = new ArrayList<>();
        List<Delivery> dead = new ArrayList<>();
        batch.forEach(delivery -> (delivery.deadLetter() == null ? alive : dead).add(delivery));
        deliver(alive, toTarget, target.retryPolicy());
        if (toDeadLetters != null) {
            deliver(dead, toDeadLetters, RetryPolicy.DEFAULT);
        }
    }

    private void deliver(List<Delivery> deliveries, Sender sender, RetryPolicy policy)
            throws InterruptedException {
        Map<Integer, Refusal> refused = sender.send(deliveries);
        for (int i = 0; i < deliveries.size(); i++) {
            Refusal refusal = refused.get(i);
            if (refusal == null) {
                queue.done(deliveries.get(i));
            } else {
                refused(deliveries.get(i), refusal, policy);
            }
        }
    }

    private void refused(Delivery delivery, Refusal refusal, RetryPolicy policy) {
        Instant now = clock.instant();
        Optional<String> exhausted =
                refusal.retriable()
                        ? policy.exhausted(delivery.failures(), delivery.accepted(), now)
                        : Optional.empty();
        if (refusal.retriable() && exhausted.isEmpty()) {
            queue.repeat(delivery.again(now.plus(backoff.after(delivery.failures() + 1))));
        } else if (toDeadLetters != null && delivery.deadLetter() == null) {
            DeadLetter reason = new DeadLetter(refusal, exhausted, delivery.failures());
            queue.repeat(delivery.dead(reason, now));
        } else {
            LOG.error(
                    "Event {} for {} of {} is lost after {} attempts: {}",
                    delivery.event().id(),
                    delivery.deadLetter() == null ? target.arn() : target.deadLetterQueue(),
                    ruleArn,
                    delivery.failures() + 1,
                    refusal);
            queue.done(delivery);
        }
    }

    private Message deadLetter(Delivery delivery) {
        DeadLetter reason = delivery.deadLetter();
        if (reason == null) {
            throw new IllegalStateException("Event " + delivery.event().id() + " is not dead");
        }
        return new Message(
                delivery.event().json(),
                "",
                reason.attributes(ruleArn, target.arn().toString()),
                delivery.event().id());
    }
}
