package dev.tillstream.local.aws.fault;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a fault does to a call. */
public enum FaultKind {
    /** The service's own throttling error; nothing is done. */
    THROTTLE,
    /** The service's own internal error, 5xx; nothing is done. */
    ERROR,
    /** Some entries of a batch are refused, the others done. */
    PARTIAL,
    /** The call is done, but only after a while. */
    LATENCY,
    /** The call is done, then the connection is reset instead of an answer. */
    LOST_REPLY,
    /** The connection is reset; nothing is done. */
    RESET,
    /** Every call is answered 503 until a time has passed; nothing is done. */
    OUTAGE,
    /** What was delivered is delivered again. */
    DUPLICATE,
    /** What is delivered comes in another order. */
    REORDER,
    /** Another transaction holds the item (DynamoDB); nothing is done. */
    CONFLICT;

    /** Decided when there is something in the reply to repeat or to mix up. */
    public boolean shapesDelivery() {
        return this == DUPLICATE || this == REORDER;
    }

    /** As it is written in JSON: {@code lost-reply}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static FaultKind parse(String text) {
        return Arrays.stream(values())
                .filter(kind -> kind.text().equals(text))
                .findFirst()
                .orElseThrow(() ->
                        new BadFaultException(
                                "kind must be one of "
                                        + Arrays.stream(values())
                                                .map(FaultKind::text)
                                                .collect(Collectors.joining(", "))
                                        + ", not "
                                        + text));
    }
}
