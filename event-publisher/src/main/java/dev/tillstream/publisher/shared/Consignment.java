package dev.tillstream.publisher.shared;

import dev.tillstream.publisher.OutgoingEvent;
import dev.tillstream.publisher.PublishResult;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The events of one sender, and what is known of each. */
final class Consignment {

    private final List<OutgoingEvent> events;
    private final AtomicReferenceArray<@Nullable PublishResult> results;
    private final AtomicInteger open;
    private final CompletableFuture<Void> settled = new CompletableFuture<>();

    /** Guarded by the lock of the backlog, as is the time of arrival. */
    final Deque<Parcel> waiting = new ArrayDeque<>();

    long arrived;

    Consignment(List<OutgoingEvent> events) {
        this.events = List.copyOf(events);
        this.results = new AtomicReferenceArray<>(events.size());
        this.open = new AtomicInteger(events.size());
        if (events.isEmpty()) {
            settled.complete(null);
        }
    }

    List<Parcel> parcels() {
        return IntStream.range(0, events.size())
                .mapToObj(i -> new Parcel(this, i, events.get(i), events.get(i).size()))
                .toList();
    }

    /** Says what became of one event; only the first word counts. */
    void settle(int index, PublishResult result) {
        if (results.compareAndSet(index, null, result) && open.decrementAndGet() == 0) {
            settled.complete(null);
        }
    }

    /** Done when each event has its result. */
    CompletableFuture<Void> settled() {
        return settled;
    }

    /** One result per event, in their order; the given one for those of which nothing is known. */
    List<PublishResult> results(PublishResult unknown) {
        return IntStream.range(0, results.length())
                .<PublishResult>mapToObj(i -> {
                    PublishResult result = results.get(i);
                    return result == null ? unknown : result;
                })
                .toList();
    }
}
