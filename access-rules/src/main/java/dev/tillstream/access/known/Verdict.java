package dev.tillstream.access.known;

import dev.tillstream.access.key.StoredKey;

/** What a key is worth. */
public sealed interface Verdict {

    /** It is the key that it says. */
    record Good(StoredKey key) implements Verdict {}

    /** It was never one, or is one no longer. */
    record Bad() implements Verdict {}

    /** Nobody knows now. */
    record Unclear() implements Verdict {}
}
