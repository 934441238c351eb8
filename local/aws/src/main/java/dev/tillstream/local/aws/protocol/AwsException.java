package dev.tillstream.local.aws.protocol;

/** An error as AWS reports it: HTTP status, code and message. */
public final class AwsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;

    public AwsException(int status, String code, String message) {
        // No stack trace: the caller is at the other end of the wire.
        super(message, null, false, false);
        this.status = status;
        this.code = code;
    }

    /** The caller's mistake, status 400. */
    public static AwsException badRequest(String code, String message) {
        return new AwsException(400, code, message);
    }

    /** An operation that the embedded AWS doesn't have. */
    public static AwsException unknownOperation(String service, String operation) {
        return badRequest(
                "UnknownOperationException",
                "The embedded AWS does not support " + operation + " of " + service + ".");
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }
}
