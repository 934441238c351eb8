package dev.tillstream.dispatch.http;

import dev.tillstream.dispatch.order.Move;
import dev.tillstream.dispatch.order.Order;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;

/** What is said about one order. */
final class Replies {

    private Replies() {}

    static ResponseEntity<OrderDetailBody> ok(Order order) {
        return ResponseEntity.ok()
                .eTag(ExpectedVersion.etag(order.version()))
                .body(OrderDetailBody.of(order));
    }

    static ErrorResponseException unknown(String id) {
        var problem = new ErrorResponseException(HttpStatus.NOT_FOUND);
        problem.setDetail("There is no order " + id);
        return problem;
    }

    static ErrorResponseException notAllowed(Order order, Move move) {
        return about(
                order,
                HttpStatus.CONFLICT,
                "An order that is %s can't be moved by %s".formatted(order.status(), path(move)));
    }

    static ErrorResponseException overtaken(Order order) {
        return about(
                order,
                HttpStatus.CONFLICT,
                "The order was moved by somebody else at the same time");
    }

    static ErrorResponseException otherVersion(Order order) {
        return about(
                order,
                HttpStatus.PRECONDITION_FAILED,
                "The order is of version " + order.version() + ", which If-Match does not name");
    }

    private static ErrorResponseException about(Order order, HttpStatus status, String detail) {
        var problem = new ErrorResponseException(status);
        problem.setDetail(detail);
        problem.getBody().setProperty("order_id", order.id().value());
        problem.getBody().setProperty("order_status", order.status().name());
        problem.getBody().setProperty("version", order.version());
        problem.getBody().setProperty("allowed", allowed(order));
        return problem;
    }

    private static List<String> allowed(Order order) {
        return Move.allowedFrom(order.status()).stream().map(Replies::path).toList();
    }

    private static String path(Move move) {
        return move.name().toLowerCase(Locale.ROOT);
    }
}
