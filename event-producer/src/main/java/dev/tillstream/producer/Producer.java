package dev.tillstream.producer;

import dev.tillstream.contract.StoreEvent;
import java.util.List;

/** Takes events from a source to a sink until there are no more. */
public final class Producer {

    private final EventSource source;
    private final EventSink sink;
    private final Progress progress;
    private final int batchSize;

    public Producer(EventSource source, EventSink sink, Progress progress, int batchSize) {
        this.source = source;
        this.sink = sink;
        this.progress = progress;
        this.batchSize = batchSize;
    }

    /**
     * Returns when each event was accepted or rejected.
     *
     * @param tally counts them, so that what was done is known after a failure too
     * @throws UndeliveredException if events could not be delivered
     */
    public void run(Tally tally) throws InterruptedException {
        for (List<StoreEvent> batch = source.next(batchSize);
                !batch.isEmpty();
                batch = source.next(batchSize)) {
            sink.send(batch, tally);
            progress.show(tally.accepted() + tally.rejected());
        }
        sink.drain();
        progress.show(tally.accepted() + tally.rejected());
    }
}
