package dev.tillstream.warehouse.stock.alarm;

/** Tells others at once what was just stored; should that fail, it is made up for later. */
@FunctionalInterface
public interface Alarmist {

    void tell(Alarm alarm);
}
