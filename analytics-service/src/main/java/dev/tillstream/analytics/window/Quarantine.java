package dev.tillstream.analytics.window;

import java.util.List;

/**
 * Where records are kept that no window can count, so that nothing is lost and nothing is blocked.
 */
public interface Quarantine {

    /** Returns when they are durable; the same record may be kept twice. */
    void keep(List<Rejection> rejections);
}
