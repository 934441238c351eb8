package dev.tillstream.local.aws.deploy.api;

/** A call that AWS answered with an error. */
public final class AwsCallException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;

    AwsCallException(String call, int status, String code, String message) {
        super("%s was answered by %d %s: %s".formatted(call, status, code, message));
        this.code = code;
    }

    /** Whether the error is one of these, by its name without a namespace. */
    public boolean is(String... codes) {
        for (var each : codes) {
            if (code.equals(each)) {
                return true;
            }
        }
        return false;
    }
}
