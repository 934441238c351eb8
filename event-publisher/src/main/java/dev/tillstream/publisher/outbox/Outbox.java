package dev.tillstream.publisher.outbox;

import java.util.List;

/** What a service stored with its changes and the bus does not have yet, as far as is known. */
public interface Outbox {

    /**
     * Takes parcels that nobody delivered in time, so that for a while no other instance takes them
     * too: whoever took them may crash, and then they are due again.
     *
     * @param limit how many at most
     * @return empty when none is due
     */
    List<Parcel> takeOverdue(int limit);
}
