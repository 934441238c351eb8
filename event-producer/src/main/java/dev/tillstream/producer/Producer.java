package dev.tillstream.producer;

import dev.tillstream.contract.StoreEvent;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Takes events from a source to a sink until there are no more. */
public final class Producer {

    private final EventSource source;
    private final EventSink sink;
    private final Progress progress;
    private final int batchSize;

    /** One that nobody looks at. */
    public Producer(EventSource source, EventSink sink, int batchSize) {
        this(source, sink, Progress.NONE, batchSize);
    }

    public Producer(EventSource source, EventSink sink, Progress progress, int batchSize) {
        this.source = source;
        this.sink = sink;
        this.progress = progress;
        this.batchSize = batchSize;
    }

    /**
     * Returns when each event was accepted or rejected.
     *
     * @param outcome told about each, so that what was done is known after a failure too
     * @throws UndeliveredException if events could not be delivered
     */
    public void run(Outcome outcome) throws InterruptedException {
        SettledCount settled = new SettledCount(outcome);
        for (List<StoreEvent> batch = source.next(batchSize);
                !batch.isEmpty();
                batch = source.next(batchSize)) {
            sink.send(batch, settled);
            progress.show(settled.count(), source.done());
        }
        sink.drain();
        progress.show(settled.count(), source.done());
    }

    /** Counts what it passes on. */
    private record SettledCount(Outcome outcome, AtomicLong events) implements Outcome {

        SettledCount(Outcome outcome) {
            this(outcome, new AtomicLong());
        }

        long count() {
            return events.get();
        }

        @Override
        public void accepted(StoreEvent event) {
            outcome.accepted(event);
            events.incrementAndGet();
        }

        @Override
        public void rejected(StoreEvent event, String reason) {
            outcome.rejected(event, reason);
            events.incrementAndGet();
        }
    }
}
