package dev.tillstream.analytics.window;

import dev.tillstream.contract.StoreEvent;
import java.util.List;

/** Where every event that could be read is kept for a while, whatever views make of it. */
public interface EventArchive {

    /** For those who keep none. */
    EventArchive NONE = (events, progress) -> {};

    /**
     * Returns when they are durable; an event that is kept again is still one.
     *
     * @param progress is told whenever a part of the work has ended, well or badly
     */
    void keep(List<StoreEvent> events, Runnable progress);
}
