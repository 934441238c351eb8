package dev.tillstream.analytics;

import java.util.Collection;
import java.util.concurrent.Flow;

/** Collects the lines of an answer as they come. */
record Lines(Collection<String> lines) implements Flow.Subscriber<String> {

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(String line) {
        lines.add(line);
    }

    @Override
    public void onError(Throwable failure) {
        lines.add("failed: " + failure);
    }

    @Override
    public void onComplete() {}
}
