package dev.tillstream.analytics.window;

import dev.tillstream.analytics.view.View;

/** Counts what a test wants to know, over all views. */
public final class CountingMeter implements WindowMeter {

    public int ignored;
    public int counted;
    public int late;
    public int duplicates;
    public int rejected;
    public int conflicts;
    public int corrections;

    @Override
    public void ignored() {
        ignored++;
    }

    @Override
    public void counted(View view, boolean isLate) {
        counted++;
        late += isLate ? 1 : 0;
    }

    @Override
    public void duplicate(View view) {
        duplicates++;
    }

    @Override
    public void rejected(Rejection.Reason reason) {
        rejected++;
    }

    @Override
    public void rowStored(View view, boolean correction) {
        corrections += correction ? 1 : 0;
    }

    @Override
    public void rowDelivered(View view) {}

    @Override
    public void conflict(View view) {
        conflicts++;
    }
}
