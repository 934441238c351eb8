package dev.tillstream.local.aws.eventbridge.delivery;

import dev.tillstream.local.aws.eventbridge.target.Event;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One target's queue and the thread that empties it, so that no target waits for another. */
public final class TargetWorker {

    private static final Logger LOG = LoggerFactory.getLogger(TargetWorker.class);

    /** EventBridge takes longer; here it makes one call of several at moderate rates. */
    private static final Duration GATHER = Duration.ofMillis(20);

    private final long number;
    private final String name;
    private final DeliveryQueue queue;
    private final Courier courier;
    private final int batch;
    private final InstantSource clock;
    private final Runnable ended;
    private final Thread thread;

    /**
     * @param number tells it from all others, also in a later process
     * @param ended called when it is retired and has delivered everything
     */
    TargetWorker(
            long number,
            String name,
            DeliveryQueue queue,
            Courier courier,
            int batch,
            InstantSource clock,
            Runnable ended) {
        this.number = number;
        this.ended = ended;
        this.name = name;
        this.queue = queue;
        this.courier = courier;
        this.batch = batch;
        this.clock = clock;
        this.thread = Thread.ofVirtual().name("deliver-" + name).unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    public long number() {
        return number;
    }

    public boolean reserve(Event event) {
        return queue.reserve(event);
    }

    public void release(Event event) {
        queue.release(event);
    }

    /** Takes an event into a place reserved before. */
    public void accept(Event event, Instant now) {
        queue.add(event, now);
    }

    /** Delivers what is there, then ends. */
    public void retire() {
        queue.close();
    }

    /** Waits until all is delivered, no longer than this; what is left in memory then is lost. */
    public void close(Duration patience) throws InterruptedException {
        queue.close();
        if (!thread.join(patience)) {
            thread.interrupt();
            LOG.error("{} events for {} were not delivered before the end", queue.size(), name);
        }
    }

    boolean alive() {
        return thread.isAlive();
    }

    private void run() {
        try {
            while (queue.awaitDue(clock)) {
                if (queue.mayGrowTo(batch)) {
                    Thread.sleep(GATHER);
                }
                courier.deliver(queue.take(clock.instant(), batch));
            }
            ended.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            LOG.debug("{} ends by interrupt", name);
        }
    }
}
