package dev.tillstream.api;

import dev.tillstream.contract.InvalidValueException;
import java.util.stream.Collectors;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Answers errors as problem+json (RFC 9457) that names the parameter at fault. */
@RestControllerAdvice
public final class ProblemAdvice extends ResponseEntityExceptionHandler {

    /** What it says is for us, not for the client. */
    @ExceptionHandler
    ProblemDetail unexpected(RuntimeException e) {
        logger.error("A request failed", e);
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.INTERNAL_SERVER_ERROR, "This failed on our side: ask again later");
    }

    @ExceptionHandler
    ProblemDetail unreadable(InvalidParameterException e) {
        return problem("query", "can't be read");
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMissingServletRequestParameter(
            MissingServletRequestParameterException e,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        return handleExceptionInternal(
                e, problem(e.getParameterName(), "is required"), headers, status, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException e,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        String name =
                e instanceof MethodArgumentTypeMismatchException argument
                        ? argument.getName()
                        : "a value";
        String reason =
                NestedExceptionUtils.getMostSpecificCause(e) instanceof InvalidValueException bad
                        ? bad.reason()
                        : "can't be '" + e.getValue() + "'";
        return handleExceptionInternal(e, problem(name, reason), headers, status, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHandlerMethodValidationException(
            HandlerMethodValidationException e,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        // One at a time is enough for parameters that people type.
        ParameterValidationResult first = e.getParameterValidationResults().getFirst();
        String name = String.valueOf(first.getMethodParameter().getParameterName());
        String reason =
                first.getResolvableErrors().stream()
                        .map(MessageSourceResolvable::getDefaultMessage)
                        .collect(Collectors.joining(", "));
        return handleExceptionInternal(e, problem(name, reason), headers, status, request);
    }

    private static ProblemDetail problem(String parameter, String reason) {
        ProblemDetail problem = ProblemDetail.forStatus(HttpStatus.BAD_REQUEST);
        problem.setDetail(parameter + " " + reason);
        problem.setProperty("parameter", parameter);
        return problem;
    }
}
