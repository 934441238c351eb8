package dev.tillstream.publisher.outbox;

/** Is told what a relay does; called by several threads. */
public interface RelayMeter {

    /** The bus has so many events more. */
    void relayed(int events);

    /** The bus did not take so many events; they are sent again later. */
    void refused(int events);

    /** So many parcels were overdue: nobody had delivered them in time. */
    void overdue(int parcels);
}
