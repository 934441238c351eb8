package dev.tillstream.analytics.revenue;

/** Counts what a test wants to know. */
public final class CountingMeter implements RevenueMeter {

    public int counted;
    public int late;
    public int duplicates;
    public int rejected;
    public int conflicts;
    public int corrections;

    @Override
    public void counted(boolean isLate) {
        counted++;
        late += isLate ? 1 : 0;
    }

    @Override
    public void duplicate() {
        duplicates++;
    }

    @Override
    public void rejected(Rejection.Reason reason) {
        rejected++;
    }

    @Override
    public void rowStored(boolean correction) {
        corrections += correction ? 1 : 0;
    }

    @Override
    public void rowsDelivered(int rows) {}

    @Override
    public void conflict() {
        conflicts++;
    }
}
