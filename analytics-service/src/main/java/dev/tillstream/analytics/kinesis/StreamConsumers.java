package dev.tillstream.analytics.kinesis;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.springframework.context.SmartLifecycle;

/** Starts with the application, after all else, and stops before all else. */
final class StreamConsumers implements SmartLifecycle {

    private final List<StreamConsumer> consumers;
    private volatile boolean running;

    StreamConsumers(List<StreamConsumer> consumers) {
        this.consumers = List.copyOf(consumers);
    }

    List<StreamConsumer> list() {
        return consumers;
    }

    @Override
    public void start() {
        consumers.forEach(StreamConsumer::start);
        running = true;
    }

    /** All at once; each is bounded by its own timeout. */
    @Override
    public void stop() {
        CompletableFuture.allOf(
                        consumers.stream()
                                .map(StreamConsumer::stop)
                                .toArray(CompletableFuture<?>[]::new))
                .join();
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
