package dev.tillstream.local.aws.deploy.template;

/**
 * A template, or a parameter given to it, that can't be deployed: its message says where and why.
 */
public final class TemplateException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public TemplateException(String message) {
        super(message);
    }

    private TemplateException(String message, Throwable cause) {
        super(message, cause);
    }

    /** A failure that something else caused. */
    public static TemplateException failed(String message, Throwable cause) {
        return new TemplateException(message, cause);
    }

    /** The same failure, seen from further out: {@code place: message}. */
    public TemplateException in(String place) {
        return new TemplateException(place + ": " + getMessage(), this);
    }
}
