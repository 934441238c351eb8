package dev.tillstream.consumer.outbox;

import dev.tillstream.publisher.outbox.OutboxRelay;
import dev.tillstream.publisher.outbox.Parcel;
import org.springframework.context.SmartLifecycle;

/** Runs the relay before anything is taken from a queue, and until nothing is any more. */
public final class RelayLifecycle implements SmartLifecycle {

    private final OutboxRelay relay;
    private volatile boolean running;

    RelayLifecycle(OutboxRelay relay) {
        this.relay = relay;
    }

    /** What was just stored, to be sent at once. */
    public void offer(Parcel parcel) {
        relay.offer(parcel);
    }

    @Override
    public void start() {
        relay.start();
        running = true;
    }

    @Override
    public void stop() {
        relay.close();
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Listeners and the web server have later phases, and so stop earlier. */
    @Override
    public int getPhase() {
        return 0;
    }
}
