package dev.tillstream.analytics.window;

import dev.tillstream.analytics.view.View;

/** What operators want to count. After a crash, records that are read again are counted again. */
public interface WindowMeter {

    /** An event that is none of any view's. */
    void ignored();

    void counted(View view, boolean late);

    void duplicate(View view);

    void rejected(Rejection.Reason reason);

    void rowStored(View view, boolean correction);

    void rowDelivered(View view);

    /** Another worker had changed the window: this one, or that one, no longer owns the shard. */
    void conflict(View view);
}
