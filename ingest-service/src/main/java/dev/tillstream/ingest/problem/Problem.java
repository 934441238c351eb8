package dev.tillstream.ingest.problem;

import java.io.Serial;
import java.net.URI;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** A request that can't be answered item by item: it becomes problem+json. */
public final class Problem extends ErrorResponseException {

    @Serial private static final long serialVersionUID = 1;

    private Problem(HttpStatus status, String type, String detail) {
        super(status, body(status, type, detail), null);
    }

    /** A body without an event. */
    public static Problem emptyBody() {
        return new Problem(HttpStatus.BAD_REQUEST, "empty-body", "The body has no event.");
    }

    /** A body that can't be cut into items. */
    public static Problem unreadableBody(String why) {
        return new Problem(
                HttpStatus.BAD_REQUEST, "unreadable-body", "The body can't be read: " + why);
    }

    /** A body, as sent or inflated, of more bytes than that. */
    public static Problem bodyTooLarge(long limit) {
        return new Problem(
                HttpStatus.CONTENT_TOO_LARGE,
                "body-too-large",
                "A body has at most "
                        + limit
                        + " bytes. Events of it may have been accepted already; a repeat is"
                        + " harmless.");
    }

    /** An array of more events than that. */
    public static Problem tooManyEvents(int limit) {
        return new Problem(
                HttpStatus.CONTENT_TOO_LARGE,
                "too-many-events",
                "An array has at most " + limit + " events. Send more as application/x-ndjson.");
    }

    /**
     * No place or memory is left for another request. 429, since Tomcat closes the connection after
     * each 503: all tills at once would open new ones when there is the least time for that.
     */
    public static Problem busy() {
        Problem problem =
                new Problem(
                        HttpStatus.TOO_MANY_REQUESTS,
                        "busy",
                        "Too much is under way. Send it again.");
        problem.getHeaders().set(HttpHeaders.RETRY_AFTER, "1");
        return problem;
    }

    /** A Content-Encoding that is none of ours. */
    public static Problem encodedBody(String encoding) {
        Problem problem =
                new Problem(
                        HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                        "encoded-body",
                        "Content-Encoding "
                                + encoding
                                + " is not understood: gzip and identity are.");
        problem.getHeaders().set(HttpHeaders.ACCEPT_ENCODING, "gzip, identity");
        return problem;
    }

    /** A body that did not arrive in time. */
    public static Problem bodyTooSlow(Duration limit) {
        return new Problem(
                HttpStatus.REQUEST_TIMEOUT,
                "body-too-slow",
                "A body has at most "
                        + limit.toSeconds()
                        + " s to arrive. Send it again: a repeat is harmless.");
    }

    private static ProblemDetail body(HttpStatus status, String type, String detail) {
        ProblemDetail body = ProblemDetail.forStatusAndDetail(status, detail);
        body.setType(URI.create("urn:tillstream:problem:" + type));
        return body;
    }
}
