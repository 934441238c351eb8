package dev.tillstream.ingest.intake;

import dev.tillstream.contract.EventRejectedException;

/** How a sender writes events: as the contract has them, or in the words of a standard. */
public interface Notation {

    /** As the contract has them. */
    Notation PLAIN =
            new Notation() {
                @Override
                public byte[] envelope(byte[] item) {
                    return item;
                }

                @Override
                public String pointer(String field) {
                    return field;
                }
            };

    /**
     * The same event as the contract has it.
     *
     * @throws EventRejectedException with pointers into the item, if it is none of this notation
     */
    byte[] envelope(byte[] item);

    /** Where in the sender's item the contract's field is: both JSON pointers. */
    String pointer(String field);
}
