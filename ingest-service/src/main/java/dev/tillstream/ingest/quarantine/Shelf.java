package dev.tillstream.ingest.quarantine;

/** Where objects of quarantine are put. */
@FunctionalInterface
interface Shelf {

    /** Puts an object; throws if it is not there then. */
    void put(String key, byte[] content);
}
