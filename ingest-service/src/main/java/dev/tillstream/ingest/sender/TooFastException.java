package dev.tillstream.ingest.sender;

import java.io.Serial;
import java.net.URI;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** A store sends more than it may: 429, with the seconds to wait. */
final class TooFastException extends ErrorResponseException {

    @Serial private static final long serialVersionUID = 1;

    TooFastException(Duration wait) {
        super(HttpStatus.TOO_MANY_REQUESTS, problem(), null);
        long seconds = wait.plusMillis(999).toSeconds();
        getHeaders().set(HttpHeaders.RETRY_AFTER, String.valueOf(Math.max(1, seconds)));
    }

    private static ProblemDetail problem() {
        ProblemDetail problem =
                ProblemDetail.forStatusAndDetail(
                        HttpStatus.TOO_MANY_REQUESTS,
                        "This store sends more events than it may. Send them again later.");
        problem.setType(URI.create("urn:tillstream:problem:too-fast"));
        return problem;
    }
}
