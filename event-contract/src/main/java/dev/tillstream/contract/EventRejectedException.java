package dev.tillstream.contract;

import java.io.Serial;
import java.util.List;
import java.util.stream.Collectors;

/** An event that is not what the contract says, with everything that is wrong with it. */
public final class EventRejectedException extends RuntimeException {

    @Serial private static final long serialVersionUID = 1;

    // Not serialised: the message says it all.
    private final transient List<Violation> violations;

    public EventRejectedException(List<Violation> violations) {
        super(violations.stream().map(Violation::toString).collect(Collectors.joining("; ")));
        if (violations.isEmpty()) {
            throw new IllegalArgumentException("a rejection needs a reason");
        }
        this.violations = List.copyOf(violations);
    }

    public EventRejectedException(Violation violation) {
        this(List.of(violation));
    }

    /** At least one. */
    public List<Violation> violations() {
        return violations;
    }
}
