package dev.tillstream.analytics.revenue;

/** What operators want to count. After a crash, records that are read again are counted again. */
public interface RevenueMeter {

    void counted(boolean late);

    void duplicate();

    void rejected(Rejection.Reason reason);

    void rowStored(boolean correction);

    void rowsDelivered(int rows);

    /** Another worker had changed the window: this one, or that one, no longer owns the shard. */
    void conflict();
}
