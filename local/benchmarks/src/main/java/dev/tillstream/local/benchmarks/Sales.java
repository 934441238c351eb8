package dev.tillstream.local.benchmarks;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResultEntry;

/** Puts sales, which have four targets each: two queues, a stream, a delivery stream. */
record Sales(EventBridgeClient bus, AtomicLong accepted, AtomicLong refused) {

    private static final long LONGEST_PAUSE_NANOS = 50_000_000;

    Sales(EventBridgeClient bus) {
        this(bus, new AtomicLong(), new AtomicLong());
    }

    /** Puts so many in one call, refused ones again until all are accepted. */
    void put(int count) {
        List<PutEventsRequestEntry> entries =
                IntStream.range(0, count).mapToObj(i -> sale()).toList();
        while (!entries.isEmpty()) {
            List<PutEventsRequestEntry> tried = entries;
            List<PutEventsResultEntry> results = bus.putEvents(b -> b.entries(tried)).entries();
            entries =
                    IntStream.range(0, tried.size())
                            .filter(i -> results.get(i).errorCode() != null)
                            .mapToObj(tried::get)
                            .toList();
            accepted.addAndGet(tried.size() - entries.size());
            if (!entries.isEmpty()) {
                refused.addAndGet(entries.size());
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(LONGEST_PAUSE_NANOS));
            }
        }
    }

    private static PutEventsRequestEntry sale() {
        long id = ThreadLocalRandom.current().nextLong(Long.MAX_VALUE);
        return PutEventsRequestEntry.builder()
                .eventBusName("tillstream")
                .source("tillstream.ingest")
                .detailType("sales-events")
                .detail(
                        """
                        {"request_id":"%d","store_id":"store_%d","name":"Minotaur","category":"Books",\
                        "sku":"Minotaur","sales":75.32,"quantity":1,"is_return":false}\
                        """
                                .formatted(id, id % 5))
                .build();
    }
}
