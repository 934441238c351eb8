package dev.tillstream.local.testing.fault;

/** A fault that works; closing it removes it. */
public final class ActiveFault implements AutoCloseable {

    private final Faults faults;
    private final String id;

    ActiveFault(Faults faults, String id) {
        this.faults = faults;
        this.id = id;
    }

    /** Calls that it struck so far. */
    public long hits() {
        return faults.state(id).path("hits").longValue();
    }

    /** Calls that it was aimed at so far, struck or not. */
    public long calls() {
        return faults.state(id).path("calls").longValue();
    }

    /** It has struck as often as it was to, or the outage is over. */
    public boolean isSpent() {
        return faults.state(id).path("spent").booleanValue();
    }

    @Override
    public void close() {
        faults.remove(id);
    }
}
