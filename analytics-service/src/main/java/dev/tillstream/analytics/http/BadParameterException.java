package dev.tillstream.analytics.http;

import java.io.Serial;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/** A parameter of a request can't be what it is: answered as {@code ProblemAdvice} answers. */
final class BadParameterException extends ErrorResponseException {
    @Serial private static final long serialVersionUID = 1;

    BadParameterException(String parameter, String reason) {
        super(HttpStatus.BAD_REQUEST);
        setDetail(parameter + " " + reason);
        getBody().setProperty("parameter", parameter);
    }
}
