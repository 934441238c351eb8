package dev.tillstream.local.aws.fault;

/** Says which field of a fault is wrong, and why. */
public final class BadFaultException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    public BadFaultException(String message) {
        super(message);
    }
}
