package dev.tillstream.ingest.http;

import java.io.Serial;
import java.net.URI;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** A request that can't be answered item by item: it becomes problem+json. */
final class Problem extends ErrorResponseException {

    @Serial private static final long serialVersionUID = 1;

    private Problem(HttpStatus status, String type, String detail) {
        super(status, body(status, type, detail), null);
    }

    static Problem emptyBody() {
        return new Problem(HttpStatus.BAD_REQUEST, "empty-body", "The body has no event.");
    }

    static Problem unreadableBody(String why) {
        return new Problem(
                HttpStatus.BAD_REQUEST, "unreadable-body", "The body is no JSON: " + why);
    }

    static Problem bodyTooLarge(long limit) {
        return new Problem(
                HttpStatus.CONTENT_TOO_LARGE,
                "body-too-large",
                "A body has at most "
                        + limit
                        + " bytes. Events of it may have been accepted already; a repeat is harmless.");
    }

    static Problem tooManyEvents(int limit) {
        return new Problem(
                HttpStatus.CONTENT_TOO_LARGE,
                "too-many-events",
                "An array has at most " + limit + " events. Send more as application/x-ndjson.");
    }

    static Problem busy() {
        Problem problem =
                new Problem(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "busy",
                        "Too many large bodies at once. Send it again.");
        problem.getHeaders().set(HttpHeaders.RETRY_AFTER, "1");
        return problem;
    }

    static Problem encodedBody(String encoding) {
        return new Problem(
                HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                "encoded-body",
                "Content-Encoding " + encoding + " is not understood: send the body as it is.");
    }

    private static ProblemDetail body(HttpStatus status, String type, String detail) {
        ProblemDetail body = ProblemDetail.forStatusAndDetail(status, detail);
        body.setType(URI.create("urn:tillstream:problem:" + type));
        return body;
    }
}
