package dev.tillstream.analytics.revenue;

/** Counts what a test wants to know. */
final class CountingMeter implements RevenueMeter {

    int counted;
    int late;
    int duplicates;
    int rejected;
    int conflicts;
    int corrections;

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
