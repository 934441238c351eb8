package dev.tillstream.ingest.http;

import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/**
 * Chooses the status line: 2xx only when the bus took something, 503 when it would take something
 * later.
 */
record Replies(Duration retryAfter) {

    ResponseEntity<Reply> entity(Reply reply) {
        ResponseEntity.BodyBuilder entity = ResponseEntity.status(status(reply));
        if (reply.retryable()) {
            entity.header(HttpHeaders.RETRY_AFTER, String.valueOf(retryAfter.toSeconds()));
        }
        return entity.body(reply);
    }

    private static HttpStatus status(Reply reply) {
        if (reply.rejected() == 0) {
            return HttpStatus.ACCEPTED;
        }
        if (reply.recordCount() > 0) {
            return HttpStatus.MULTI_STATUS;
        }
        return reply.retryable()
                ? HttpStatus.SERVICE_UNAVAILABLE
                : HttpStatus.UNPROCESSABLE_CONTENT;
    }
}
