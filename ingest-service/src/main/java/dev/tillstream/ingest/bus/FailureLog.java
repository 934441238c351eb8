package dev.tillstream.ingest.bus;

import dev.tillstream.publisher.PublishResult;
import dev.tillstream.publisher.PublishResult.Accepted;
import dev.tillstream.publisher.PublishResult.Refused;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says in the log what the bus does not take: one line a second at most, as an outage strikes
 * thousands of events a second and a full disk would be the next one.
 */
final class FailureLog {

    private static final Logger LOG = LoggerFactory.getLogger(FailureLog.class);
    private static final long PAUSE = Duration.ofSeconds(1).toNanos();

    private final LongSupplier nanos;
    private final AtomicLong unsaid = new AtomicLong();
    private final AtomicLong nextLine;

    FailureLog(LongSupplier nanos) {
        this.nanos = nanos;
        this.nextLine = new AtomicLong(nanos.getAsLong());
    }

    /** Looks at the results of a call, and gives them back. */
    List<PublishResult> watch(List<PublishResult> results) {
        for (PublishResult result : results) {
            switch (result) {
                case Accepted accepted -> {}
                case Refused refused -> failed(refused);
            }
        }
        return results;
    }

    private void failed(Refused refused) {
        unsaid.incrementAndGet();
        long now = nanos.getAsLong();
        long next = nextLine.get();
        if (now - next >= 0 && nextLine.compareAndSet(next, now + PAUSE)) {
            LOG.warn(
                    "The bus did not take {} events; the last one: {}, {}",
                    unsaid.getAndSet(0),
                    refused.code(),
                    refused.message());
        }
    }
}
