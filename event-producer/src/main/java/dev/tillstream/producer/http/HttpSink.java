package dev.tillstream.producer.http;

import dev.tillstream.contract.StoreEvent;
import dev.tillstream.producer.EventSink;
import dev.tillstream.producer.Outcome;
import dev.tillstream.producer.UndeliveredException;
import dev.tillstream.producer.delivery.Backoff;
import dev.tillstream.producer.delivery.Flights;
import dev.tillstream.producer.key.StoreKeys;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * Posts events to ingest, a few requests at a time, and again what ingest hasn't decided on:
 * sending an event twice is harmless, losing one is not.
 */
public final class HttpSink implements EventSink {

    private final HttpSettings settings;
    private final StoreKeys keys;
    private final IngestClient client;
    private final Backoff backoff;
    private final Flights flights;

    /** Sends each store's events by its key. */
    public HttpSink(HttpSettings settings, StoreKeys keys, RandomGenerator jitter) {
        this.settings = settings;
        this.keys = keys;
        client = new IngestClient(settings.ingest(), settings.timeout());
        backoff = new Backoff(settings.firstPause(), settings.longestPause(), jitter);
        flights = new Flights(settings.inFlight());
    }

    @Override
    public void send(List<StoreEvent> events, Outcome outcome) throws InterruptedException {
        for (var group : byKey(events).entrySet()) {
            flights.start(() -> deliver(group.getValue(), group.getKey(), outcome));
        }
    }

    /** A request has one key, so events of stores with different keys can't share one. */
    private Map<Optional<String>, List<StoreEvent>> byKey(List<StoreEvent> events) {
        return events.stream()
                .collect(
                        Collectors.groupingBy(
                                event -> keys.of(event.storeId()),
                                LinkedHashMap::new,
                                Collectors.toList()));
    }

    @Override
    public void drain() throws InterruptedException {
        flights.drain();
    }

    /** Gives up what is still under way. */
    @Override
    public void close() {
        flights.close();
        client.close();
    }

    private void deliver(List<StoreEvent> events, Optional<String> key, Outcome outcome)
            throws InterruptedException {
        List<StoreEvent> left = events;
        for (int attempt = 1; ; attempt++) {
            Answer answer = client.post(left, key);
            if (answer.tooLarge() && left.size() > 1) {
                deliver(left.subList(0, left.size() / 2), key, outcome);
                deliver(left.subList(left.size() / 2, left.size()), key, outcome);
                return;
            }
            List<StoreEvent> undecided = settle(left, answer, outcome);
            if (undecided.isEmpty()) {
                return;
            }
            if (attempt == settings.attempts()) {
                throw new UndeliveredException(explain(undecided.size(), answer));
            }
            left = undecided;
            Thread.sleep(backoff.pauseAfter(attempt, answer.retryAfter()));
        }
    }

    /** Those that ingest hasn't decided on. */
    private static List<StoreEvent> settle(
            List<StoreEvent> events, Answer answer, Outcome outcome) {
        List<StoreEvent> undecided = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            StoreEvent event = events.get(i);
            Answer.Item item = answer.items().get(i);
            switch (item.verdict()) {
                case ACCEPTED -> outcome.accepted(event);
                case REJECTED -> outcome.rejected(event, item.reason());
                case AGAIN -> undecided.add(event);
            }
        }
        return undecided;
    }

    private String explain(int events, Answer answer) {
        String reason =
                answer.items().stream()
                        .filter(item -> item.verdict() == Verdict.AGAIN)
                        .map(Answer.Item::reason)
                        .findFirst()
                        .orElse("");
        return "%s didn't take %d events in %d attempts, last: %s"
                .formatted(settings.ingest(), events, settings.attempts(), reason);
    }
}
