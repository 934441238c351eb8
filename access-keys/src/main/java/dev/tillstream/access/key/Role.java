package dev.tillstream.access.key;

import java.util.Locale;

/** What a key is for. */
public enum Role {
    /** Sends the events of its store. */
    STORE,
    /** Reads orders and stock of every store. */
    READER,
    /** Everything: sends for every store, reads, and changes what only people may change. */
    ADMIN;

    /** As it is written in the table, in commands and in messages. */
    public String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** By its title. */
    public static Role titled(String title) {
        for (Role role : values()) {
            if (role.title().equals(title)) {
                return role;
            }
        }
        throw new IllegalArgumentException("no role is called " + title);
    }
}
