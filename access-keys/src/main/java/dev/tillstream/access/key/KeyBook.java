package dev.tillstream.access.key;

import java.util.List;

/** All keys, to be changed by whoever manages them. */
public interface KeyBook extends KeySource {

    /** In no order. */
    List<StoredKey> all();

    /** Whether it was added; not, if the id is taken. */
    boolean add(StoredKey key);

    /** Whether it was replaced; not, if somebody has changed it since it was read. */
    boolean replace(StoredKey key);
}
