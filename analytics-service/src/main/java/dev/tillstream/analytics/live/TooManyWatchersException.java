package dev.tillstream.analytics.live;

import java.io.Serial;

/** There is no room for another watcher, or the service is about to stop. */
public final class TooManyWatchersException extends RuntimeException {
    @Serial private static final long serialVersionUID = 1;

    TooManyWatchersException(String reason) {
        super(reason);
    }
}
