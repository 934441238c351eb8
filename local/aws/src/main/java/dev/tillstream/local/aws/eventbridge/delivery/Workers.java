package dev.tillstream.local.aws.eventbridge.delivery;

import dev.tillstream.local.aws.eventbridge.target.Arn;
import dev.tillstream.local.aws.eventbridge.target.Target;
import dev.tillstream.local.aws.eventbridge.target.TargetPort;
import dev.tillstream.local.aws.retry.Backoff;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Starts a worker for each target and waits for all of them at the end. */
public final class Workers {

    private final Function<Arn, TargetPort> ports;
    private final Capacity capacity;
    private final Backoff backoff;
    private final InstantSource clock;
    private final Set<TargetWorker> running = ConcurrentHashMap.newKeySet();

    /** The capacity is that of each target. */
    public Workers(
            Function<Arn, TargetPort> ports,
            Capacity capacity,
            Backoff backoff,
            InstantSource clock) {
        this.ports = ports;
        this.capacity = capacity;
        this.backoff = backoff;
        this.clock = clock;
    }

    public TargetWorker start(String ruleArn, Target target) {
        running.removeIf(worker -> !worker.alive());
        TargetPort port = ports.apply(target.arn());
        Arn deadLetterQueue = target.deadLetterQueue();
        DeliveryQueue queue = new DeliveryQueue(capacity);
        Courier courier =
                new Courier(
                        ruleArn,
                        target,
                        port,
                        deadLetterQueue == null ? null : ports.apply(deadLetterQueue),
                        queue,
                        backoff,
                        clock);
        TargetWorker worker =
                new TargetWorker(
                        target.id() + " of " + ruleArn,
                        queue,
                        courier,
                        port.limits().messages(),
                        clock);
        worker.start();
        running.add(worker);
        return worker;
    }

    /** Drains all workers within this time altogether. */
    public void close(Duration patience) throws InterruptedException {
        Instant deadline = Instant.now().plus(patience);
        running.forEach(TargetWorker::retire);
        for (TargetWorker worker : running) {
            Duration left = Duration.between(Instant.now(), deadline);
            worker.close(left.isNegative() ? Duration.ZERO : left);
        }
    }
}
