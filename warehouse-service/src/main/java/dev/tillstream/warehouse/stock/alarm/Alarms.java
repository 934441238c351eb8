package dev.tillstream.warehouse.stock.alarm;

import java.util.List;

/** Alarms that the bus was not told of, each stored with the change that raised it. */
public interface Alarms {

    /**
     * Takes alarms that were not told in time, so that for a while nobody else takes them.
     *
     * @param limit how many at most
     */
    List<Alarm> takeUntold(int limit);

    /** Notes that the bus was told. */
    void told(Alarm alarm);
}
