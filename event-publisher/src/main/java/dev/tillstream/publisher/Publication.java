package dev.tillstream.publisher;

import dev.tillstream.publisher.BusCall.Outcome.Failed;
import dev.tillstream.publisher.BusCall.Outcome.Replied;
import dev.tillstream.publisher.PublishResult.Accepted;
import dev.tillstream.publisher.PublishResult.Refused;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * One call of the publisher. It works in rounds: each sends what is pending, and what failed but
 * may succeed is pending in the next. An event is sent once a round, so never more often than there
 * are rounds.
 */
final class Publication {

    private final BusCall bus;
    private final PublisherSettings settings;
    private final Backoff backoff;
    private final List<OutgoingEvent> events;
    private final PublishResult[] results;

    private List<Entry> again = List.of();
    private int failedCalls; // in a row
    private int restFor; // failures to rest for before the next call

    Publication(
            BusCall bus, PublisherSettings settings, Backoff backoff, List<OutgoingEvent> events) {
        this.bus = bus;
        this.settings = settings;
        this.backoff = backoff;
        this.events = events;
        this.results = new PublishResult[events.size()];
        Arrays.fill(results, new Refused(Refused.UNKNOWN, "not sent", true));
    }

    List<PublishResult> run(LongSupplier nanos) {
        long start = nanos.getAsLong();
        List<Entry> pending = refuseTooLarge();
        boolean goOn = true;
        for (int round = 1;
                goOn && !pending.isEmpty() && round <= settings.retry().attempts();
                round++) {
            again = new ArrayList<>();
            restFor = Math.max(failedCalls, round - 1);
            goOn = round(Entry.batches(pending, settings.maxBytes()));
            pending = again;
            goOn &= nanos.getAsLong() - start < settings.retry().deadline().toNanos();
        }
        return List.of(results);
    }

    private List<Entry> refuseTooLarge() {
        List<Entry> fitting = new ArrayList<>();
        for (int i = 0; i < results.length; i++) {
            int size = events.get(i).size();
            if (size <= settings.maxBytes()) {
                fitting.add(new Entry(i, events.get(i), false));
            } else {
                String message = "%d bytes, at most %d".formatted(size, settings.maxBytes());
                results[i] = new Refused(Refused.TOO_LARGE, message, false);
            }
        }
        return fitting;
    }

    /** Sends all batches; false when there is no point in another round. */
    private boolean round(List<List<Entry>> batches) {
        for (int i = 0; i < batches.size(); i++) {
            List<Entry> batch = batches.get(i);
            List<List<Entry>> notSent = batches.subList(i + 1, batches.size());
            if (restFor > 0 && !backoff.pause(restFor)) {
                refuse(batches.subList(i, batches.size()), interrupted());
                return false;
            }
            boolean goOn =
                    switch (bus.put(batch)) {
                        case Replied replied -> take(batch, replied);
                        case Failed failed -> allFailed(batch, failed, notSent);
                    };
            if (!goOn) {
                return false;
            }
        }
        return true;
    }

    private boolean take(List<Entry> batch, Replied replied) {
        failedCalls = 0;
        restFor = 0;
        for (int i = 0; i < batch.size(); i++) {
            PublishResult result = replied.results().get(i);
            results[batch.get(i).index()] = result;
            switch (result) {
                case Accepted accepted -> {}
                case Refused refused -> {
                    if (Blame.of(refused.code(), refused.message()) == Blame.MOMENT) {
                        again.add(batch.get(i));
                    }
                }
            }
        }
        return true;
    }

    private boolean allFailed(List<Entry> batch, Failed failed, List<List<Entry>> notSent) {
        Blame blame = Blame.of(failed.code(), failed.message());
        if (blame == Blame.EVENT) {
            return oneIsBad(batch, failed);
        }
        Refused refused = new Refused(failed.code(), failed.message(), true);
        refuse(List.of(batch), refused);
        if (Thread.currentThread().isInterrupted()) {
            return giveUp(notSent, interrupted());
        }
        failedCalls++;
        if (blame == Blame.SETUP || failedCalls == settings.retry().attempts()) {
            return giveUp(notSent, refused);
        }
        restFor = failedCalls;
        again.addAll(batch);
        return true;
    }

    /**
     * PutEvents refuses a request for one bad entry: send each alone, to find it and to save the
     * others.
     */
    private boolean oneIsBad(List<Entry> batch, Failed failed) {
        failedCalls = 0;
        restFor = 0;
        boolean canTell = batch.size() == 1;
        refuse(List.of(batch), new Refused(failed.code(), failed.message(), !canTell));
        if (!canTell) {
            batch.forEach(entry -> again.add(new Entry(entry.index(), entry.event(), true)));
        }
        return true;
    }

    private boolean giveUp(List<List<Entry>> notSent, Refused why) {
        refuse(notSent, why);
        return false;
    }

    private void refuse(List<List<Entry>> batches, Refused why) {
        batches.forEach(batch -> batch.forEach(entry -> results[entry.index()] = why));
    }

    private static Refused interrupted() {
        return new Refused(Refused.INTERRUPTED, "interrupted while sending", true);
    }
}
