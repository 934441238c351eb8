package dev.tillstream.analytics.live;

import dev.tillstream.analytics.view.View;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One who watches a view: what waits for it, up to a bound. */
public final class Watch implements AutoCloseable {

    private final View view;
    private final BlockingQueue<LiveEvent> waiting;
    private final Consumer<Watch> whenClosed;
    private volatile List<LiveEvent> backlog = List.of();
    private volatile boolean closed;

    Watch(View view, int capacity, Consumer<Watch> whenClosed) {
        this.view = view;
        this.waiting = new ArrayBlockingQueue<>(capacity);
        this.whenClosed = whenClosed;
    }

    View view() {
        return view;
    }

    /** What was missed before, to be told first. */
    public List<LiveEvent> backlog() {
        return backlog;
    }

    void missed(Collection<LiveEvent> events) {
        backlog = List.copyOf(events);
    }

    /**
     * The next that is new.
     *
     * @return null if there is nothing for so long
     */
    public @Nullable LiveEvent next(Duration patience) throws InterruptedException {
        return waiting.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Whether there will be nothing more. */
    public boolean isClosed() {
        return closed;
    }

    /** False if it has left too much unread. */
    boolean offer(LiveEvent event) {
        return closed || waiting.offer(event);
    }

    @Override
    public void close() {
        closed = true;
        whenClosed.accept(this);
    }
}
