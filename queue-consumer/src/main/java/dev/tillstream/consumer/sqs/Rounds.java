package dev.tillstream.consumer.sqs;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/** Something that is done again and again in a thread of its own, from start to stop. */
abstract class Rounds implements SmartLifecycle {

    private final String name;
    private final Duration pause;
    private @Nullable Thread thread;

    Rounds(String name, Duration pause) {
        this.name = name;
        this.pause = pause;
    }

    abstract void round() throws InterruptedException;

    private void rounds() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                round();
                Thread.sleep(pause);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void start() {
        thread = Thread.ofVirtual().name(name).start(this::rounds);
    }

    @Override
    public void stop() {
        if (thread != null) {
            thread.interrupt();
            thread = null;
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
