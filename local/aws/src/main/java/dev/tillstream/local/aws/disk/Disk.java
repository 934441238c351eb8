package dev.tillstream.local.aws.disk;

/** Where services keep what they acknowledge, beside their memory. */
public interface Disk {

    /** The shelf of that name, with texts as keys. */
    Shelf<String> named(String name);

    /** The shelf of that name, with numbers as keys. */
    Shelf<Long> numbered(String name);

    /** Removes a shelf with all that is on it. */
    void discard(String shelf);

    /**
     * Returns when every change made before is with the operating system, from where it survives
     * the end of this process, however it ends (not that of the machine).
     */
    void commit();

    /** No disk: what is put is gone at once, as memory is enough. */
    static Disk none() {
        return NoDisk.INSTANCE;
    }
}
