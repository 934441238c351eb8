package dev.tillstream.producer.kinesis;

import dev.tillstream.contract.StoreEvent;
import dev.tillstream.producer.EventSink;
import dev.tillstream.producer.Outcome;
import dev.tillstream.producer.UndeliveredException;
import dev.tillstream.producer.delivery.Backoff;
import dev.tillstream.producer.delivery.Flights;
import dev.tillstream.producer.envelope.Envelope;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.kinesis.KinesisClient;

/**
 * Puts events on their streams, a few calls at a time, and again, alone, what a stream hasn't
 * taken.
 *
 * <p>Give it a client that does not retry by itself, or the attempts multiply.
 */
public final class KinesisSink implements EventSink {

    private final KinesisClient client;
    private final KinesisSettings settings;
    private final Packing packing;
    private final Backoff backoff;
    private final Flights flights;

    /** The client stays open when this is closed. */
    public KinesisSink(
            KinesisClient client,
            KinesisSettings settings,
            Envelope envelope,
            RandomGenerator random) {
        this.client = client;
        this.settings = settings;
        packing = new Packing(settings.partitionKey(), envelope, random);
        backoff = new Backoff(settings.firstPause(), settings.longestPause(), random);
        flights = new Flights(settings.inFlight());
    }

    @Override
    public void send(List<StoreEvent> events, Outcome outcome) throws InterruptedException {
        Map<String, List<StoreEvent>> byStream =
                events.stream()
                        .collect(
                                Collectors.groupingBy(
                                        settings.stream(),
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        for (var stream : byStream.entrySet()) {
            StreamCall call = new StreamCall(client, stream.getKey());
            for (List<Parcel> parcels : calls(stream.getValue())) {
                flights.start(() -> deliver(call, parcels, outcome));
            }
        }
    }

    @Override
    public void drain() throws InterruptedException {
        flights.drain();
    }

    /** Gives up what is still under way. */
    @Override
    public void close() {
        flights.close();
    }

    private List<List<Parcel>> calls(List<StoreEvent> events) {
        return switch (settings.api()) {
            case PUT_RECORD -> Parcel.calls(packing.single(events), 1);
            case PUT_RECORDS -> Parcel.calls(packing.single(events), Parcel.MOST_RECORDS);
            case AGGREGATED -> Parcel.calls(packing.aggregated(events), Parcel.MOST_RECORDS);
        };
    }

    private void deliver(StreamCall call, List<Parcel> parcels, Outcome outcome)
            throws InterruptedException {
        List<Parcel> pending = parcels;
        for (int attempt = 1; ; attempt++) {
            StreamCall.Left left = call.put(pending, settings.api() == KinesisApi.PUT_RECORD);
            Set<Parcel> again = Collections.newSetFromMap(new IdentityHashMap<>());
            again.addAll(left.again());
            pending.stream()
                    .filter(parcel -> !again.contains(parcel))
                    .flatMap(parcel -> parcel.events().stream())
                    .forEach(outcome::accepted);
            if (again.isEmpty()) {
                return;
            }
            if (attempt == settings.attempts()) {
                throw new UndeliveredException(
                        "%s didn't take %d records in %d attempts, last: %s"
                                .formatted(call.stream(), again.size(), attempt, left.reason()));
            }
            pending = left.again();
            Thread.sleep(backoff.pauseAfter(attempt, null));
        }
    }
}
