package dev.tillstream.warehouse.dynamodb;

import java.io.Serial;

/** A write did not get through against others of the same item: its message must come again. */
final class ContendedException extends RuntimeException {

    @Serial private static final long serialVersionUID = 1;

    ContendedException(String message) {
        super(message);
    }
}
